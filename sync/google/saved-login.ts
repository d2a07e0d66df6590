// The login of a person on this machine: a file of their own, in the folder where programs keep their settings. It lets
// whoever has it come as that person, to their spreadsheets and nothing else, until it is taken back.

import { mkdir, open, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import * as z from "zod/mini";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Environment } from "./api-address.ts";
import { isGoogle, isLoopback } from "./loopback.ts";
import { secretJsonIn } from "./secret-file.ts";

const ownServer = z.string().check(z.refine((address) => isGoogle(address) || isLoopback(address)));

const savedLogin = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  refresh_token: z.string(),
  token_uri: ownServer,
  /** What the person allowed. */
  scopes: z.array(z.string()),
  saved: z.string(),
});

export type SavedLogin = Readonly<z.infer<typeof savedLogin>>;

/** Where the login of this person is kept, whether there is one or not. */
export function loginPath(environment: Environment): string {
  const home = environment["HOME"] ?? homedir();
  const settings =
    process.platform === "win32"
      ? (environment["APPDATA"] ?? join(home, "AppData", "Roaming"))
      : environment["XDG_CONFIG_HOME"] || join(home, ".config");
  return join(settings, "stageline", "google-login.json");
}

/**
 * The login; `undefined` where nobody logged in.
 *
 * @throws {StagelineError} `file`, when others can read it, or it is not what was written
 */
export async function readLogin(path: string): Promise<SavedLogin | undefined> {
  const found = await secretJsonIn(path);
  if (found === undefined) return undefined;
  const { success, data } = savedLogin.safeParse(found);
  if (success) return data;
  throw new StagelineError(
    "file",
    `"${path}" is not a login of ours; log in again: stageline login --client <file>`,
  );
}

/** Writes it beside its place, for nobody else to read, and then puts it there. */
export async function saveLogin(path: string, login: SavedLogin): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const written = `${path}.${process.pid}.new`;
  await rm(written, { force: true });
  const handle = await open(written, "wx", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(login, undefined, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(written, path);
}

export async function removeLogin(path: string): Promise<void> {
  await rm(path, { force: true });
}
