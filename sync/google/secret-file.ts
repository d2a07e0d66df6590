// Files that hold what is secret: keys and logins. One that others on this machine can read is not used, since whoever
// has it comes as us; its content is in no message.

import { readFile, stat } from "node:fs/promises";
import { StagelineError } from "../../shared/value/stageline-error.ts";

const ANYBODY_ELSE = 0o077;

/**
 * What the file of JSON holds; `undefined` where there is none.
 *
 * @throws {StagelineError} `file`, when others can read it, or when it is no JSON
 */
export async function secretJsonIn(path: string): Promise<unknown> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  if (!found.isFile()) throw new StagelineError("file", `"${path}" is not a file`);
  // Windows keeps such rights elsewhere, and answers that everybody may read everything.
  if (process.platform !== "win32" && (found.mode & ANYBODY_ELSE) !== 0) {
    throw new StagelineError(
      "file",
      `others on this machine can read "${path}", which lets them come as you; make it yours alone: chmod 600 "${path}"`,
    );
  }
  return jsonOf(path, await readText(path));
}

/** @throws {StagelineError} `file`, when the file cannot be read */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new StagelineError("file", `"${path}" cannot be read`, { cause });
  }
}

/** @throws {StagelineError} `file`, when the text of the file is no JSON; without a word of it */
export function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StagelineError("file", `"${path}" is not JSON, as Google writes such files`);
  }
}
