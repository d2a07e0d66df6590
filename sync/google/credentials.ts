// As whom a command comes to Google, by the first of these that is there: the Sheets API on this machine, which asks
// nobody; a person's own login by `stageline login`; and what Google calls application default credentials: a file
// that GOOGLE_APPLICATION_CREDENTIALS names, a login by gcloud, or the account of the machine itself.

import { homedir } from "node:os";
import { join } from "node:path";
import type { AuthClient } from "google-auth-library";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { type Environment, localAddress } from "./api-address.ts";
import type { Clock } from "./clock.ts";
import type { Identity } from "./identity.ts";
import { type KeyFile, keyFileAt } from "./key-file.ts";
import type { Failure } from "./outcome.ts";
import { loginPath, readLogin } from "./saved-login.ts";
import type { Access } from "./scopes.ts";
import { tokenFailure } from "./token-words.ts";

export type Shown =
  | { readonly became: "answered"; readonly answer: Readonly<Record<string, string>> }
  | Exclude<Failure, { readonly became: "refused" | "unknown" }>;

export interface Credentials {
  readonly identity: Identity;
  /**
   * The headers that show who comes. Asking for them changes nothing, so that it may be done again.
   *
   * @throws {StagelineError} `access`, when Google does not let them in any more
   */
  readonly headers: () => Promise<Shown>;
}

export interface CredentialsWish {
  readonly access: Access;
  readonly environment: Environment;
  readonly clock: Clock;
}

/**
 * @throws {StagelineError} `access`, when nothing says as whom to come; `file`, when a file of credentials is not what it
 *   should be, or others can read it
 */
export async function findCredentials(wish: CredentialsWish): Promise<Credentials> {
  const { environment } = wish;
  if (localAddress(environment) !== undefined) {
    return { identity: { kind: "this machine" }, headers: async () => ({ became: "answered", answer: {} }) };
  }
  const path = loginPath(environment);
  const login = await readLogin(path);
  if (login !== undefined) {
    const { loginClient } = await import("./login-client.ts");
    const client = loginClient({ login, path, access: wish.access, clock: wish.clock });
    return credentialsOf({ kind: "login", file: path }, client, wish);
  }
  const file = (await namedKeyFile(environment)) ?? (await gcloudLogin(environment));
  if (file !== undefined) {
    const { keyClient } = await import("./key-client.ts");
    return credentialsOf(file.identity, await keyClient(file, wish.access), wish);
  }
  return attachedAccount(wish);
}

function credentialsOf(
  identity: Identity,
  client: AuthClient,
  { environment, clock }: CredentialsWish,
): Credentials {
  const project = environment["GOOGLE_CLOUD_QUOTA_PROJECT"];
  if (project !== undefined && project !== "") client.quotaProjectId = project;
  return {
    identity,
    headers: async () => {
      try {
        const headers = await client.getRequestHeaders();
        return { became: "answered", answer: Object.fromEntries(headers) };
      } catch (error) {
        return tokenFailure(error, identity, clock.nowMs());
      }
    },
  };
}

async function namedKeyFile(environment: Environment): Promise<KeyFile | undefined> {
  const path = environment["GOOGLE_APPLICATION_CREDENTIALS"];
  if (path === undefined || path === "") return undefined;
  const file = await keyFileAt(path);
  if (file !== undefined) return file;
  throw new StagelineError("file", `there is no file "${path}", which GOOGLE_APPLICATION_CREDENTIALS names`);
}

function gcloudLogin(environment: Environment): Promise<KeyFile | undefined> {
  const settings =
    process.platform === "win32"
      ? join(environment["APPDATA"] ?? "", "gcloud")
      : join(environment["HOME"] ?? homedir(), ".config", "gcloud");
  const folder = environment["CLOUDSDK_CONFIG"] || settings;
  return keyFileAt(join(folder, "application_default_credentials.json"));
}

// Only on a machine of Google's is there somebody to ask; elsewhere asking would take seconds and give nothing.
async function attachedAccount(wish: CredentialsWish): Promise<Credentials> {
  const { attachedClient } = await import("./key-client.ts");
  const { client, account } = await attachedClient(wish.environment, wish.access);
  return credentialsOf(
    { kind: "attached account", ...(account === undefined ? {} : { account }) },
    client,
    wish,
  );
}
