// How a command that was stopped ends.

import { afterEach, expect, test, vi } from "vitest";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { sayError } from "../../sync/output.ts";

afterEach(() => {
  process.exitCode = 0;
  vi.restoreAllMocks();
});

test.each([
  ["usage", 2],
  ["access", 3],
  ["google", 3],
  ["unsure", 1],
] as const)('an error of the code "%s" ends with %i: 3 only where nothing was written', (code, exitCode) => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  sayError(new StagelineError(code, "so it is"), {});
  expect([process.exitCode, said.mock.calls.at(-1)?.[0]]).toEqual([exitCode, "stageline: so it is\n"]);
});
