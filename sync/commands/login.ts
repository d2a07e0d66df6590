// `stageline login`: lets this command come to Google as the person at the terminal; `--out` takes that back.

import { StagelineError } from "../../shared/value/stageline-error.ts";
import { systemClock } from "../google/clock.ts";
import { logIn, revoke } from "../google/login.ts";
import { readOAuthClient } from "../google/oauth-client-file.ts";
import { loginPath, readLogin, removeLogin, saveLogin } from "../google/saved-login.ts";
import { say } from "../output.ts";
import type { CommonOptions } from "../run-options.ts";

export interface LoginOptions extends CommonOptions {
  readonly client?: string;
  readonly readOnly?: boolean;
  readonly port?: string;
  readonly out?: boolean;
}

export async function loginOrOut(options: LoginOptions): Promise<void> {
  const path = loginPath(process.env);
  if (options.out === true) return logOut(path, options);
  const { client } = options;
  if (client === undefined)
    throw new StagelineError(
      "usage",
      "name the file of your OAuth client: stageline login --client <client_secret.json>; guides/google.md tells how to get it",
    );
  const login = await logIn({
    client: await readOAuthClient(client),
    access: options.readOnly === true ? "read" : "write",
    clock: systemClock,
    port: portIn(options.port),
    // Not a result: it is shown whatever else is left out.
    show: (address) =>
      process.stderr.write(`Open this address in your browser, and allow it:\n\n  ${address}\n\n`),
  });
  await saveLogin(path, login);
  const what = options.readOnly === true ? "read spreadsheets" : "read and change spreadsheets";
  say(
    {
      exitCode: 0,
      json: { login: "saved", file: path, mayWrite: options.readOnly !== true },
      lines: [
        `You are logged in on this machine: commands may ${what} as you`,
        `It is kept in "${path}"; "stageline login --out" takes it back`,
      ],
    },
    options,
  );
}

async function logOut(path: string, options: LoginOptions): Promise<void> {
  if (options.client !== undefined)
    throw new StagelineError("usage", "--out and --client cannot stand together");
  // One that cannot be read is forgotten like any other.
  const login = await readLogin(path).catch((error: unknown) => {
    if (error instanceof StagelineError) return error;
    throw error;
  });
  const trouble = await troubleOfTakingBack(login);
  await removeLogin(path);
  say(
    {
      exitCode: trouble === undefined ? 0 : 1,
      json: {
        login: login === undefined ? "none" : "forgotten",
        takenBack: login !== undefined && trouble === undefined,
      },
      lines: [
        login === undefined
          ? "Nobody was logged in on this machine"
          : "The login is forgotten on this machine",
      ],
      problems: trouble === undefined ? [] : [trouble],
    },
    options,
  );
}

async function troubleOfTakingBack(
  login: Awaited<ReturnType<typeof readLogin>> | StagelineError,
): Promise<string | undefined> {
  if (login === undefined) return undefined;
  const why = login instanceof StagelineError ? login.message : await revoke(login, systemClock);
  if (why === undefined) return undefined;
  return `Google could not be told (${why}); take it back at https://myaccount.google.com/connections`;
}

function portIn(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new StagelineError("usage", `--port "${text}" is not a port such as 8085`);
}
