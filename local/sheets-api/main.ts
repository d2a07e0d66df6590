// `npm run sheets-api`: for trying out what talks to Google without an account, and for working on it.

import { sentenceFor, servedFrom } from "./command.ts";

servedFrom(process.argv).then(
  ({ greeting }) => console.log(greeting),
  (error: unknown) => {
    const sentence = sentenceFor(error);
    if (sentence === undefined) throw error;
    console.error(sentence);
    process.exitCode = 1;
  },
);
