// A process that runs the built command as often as it is asked to, until whoever started it is gone. What a run says is
// caught, and sent back with the exit code that the process would have ended with.

import { pathToFileURL } from "node:url";

const { run } = await import(pathToFileURL(process.argv[2] ?? "").href);
let last = Promise.resolve();

process.on("message", (order) => {
  last = last.then(() => obey(order));
});
process.on("disconnect", () => process.exit());

async function obey({ number, words, environment }) {
  const before = { ...process.env };
  const [stdout, stderr] = [caught(process.stdout), caught(process.stderr)];
  Object.assign(process.env, environment);
  process.exitCode = undefined;
  try {
    await run(words);
  } finally {
    stdout.free();
    stderr.free();
    for (const name of Object.keys(environment)) delete process.env[name];
    Object.assign(process.env, before);
  }
  process.send({ number, exitCode: process.exitCode ?? 0, stdout: stdout.text(), stderr: stderr.text() });
}

/** What is written to the stream from now on, until it is freed. */
function caught(stream) {
  const { write } = stream;
  const chunks = [];
  stream.write = (chunk, ...rest) => {
    chunks.push(Buffer.from(chunk));
    const done = rest.at(-1);
    if (typeof done === "function") done();
    return true;
  };
  return {
    text: () => Buffer.concat(chunks).toString("utf8"),
    free: () => {
      stream.write = write;
    },
  };
}
