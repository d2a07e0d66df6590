// What Google says when a call fails, in words that tell what to do.

import { expect, test } from "vitest";
import { failureWords } from "../../../apps-script/sidebar/script-call.ts";

test.each([
  [
    "two accounts signed in",
    "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
    "Sign out of the other accounts",
  ],
  ["a permission not given", "Authorization is required to perform that action.", "allow what it asks for"],
  ["six minutes over", "Exceeded maximum execution time", "was ended"],
  ["no connection", "NetworkError: Connection failure due to HTTP 0", "Look at your connection"],
])("%s is told with its way out", (_, message, advice) => {
  expect(failureWords(new Error(message))).toContain(advice);
});

test("anything else is told as it came, without the name of its class and its full stop", () => {
  expect(failureWords(new Error("Exception: Service Spreadsheets failed."))).toBe(
    "Service Spreadsheets failed. Try again; if it comes back, look at Health",
  );
});

test("a failure that is no error is told, too", () => {
  expect(failureWords("broken")).toContain("broken");
});
