// A file by which a program comes to Google: the key of a service account, a login by gcloud, or what another cloud
// gives. Such a file names the servers to get tokens from; one that names a strange server would hand it what is secret,
// so only Google's own are taken, and for trying things, one on this machine.

import * as z from "zod/mini";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Identity, IdentityKind } from "./identity.ts";
import { hostOf, isGoogle, isLoopback } from "./loopback.ts";
import { secretJsonIn } from "./secret-file.ts";

export interface KeyFile {
  readonly path: string;
  /** For Google's library, which knows all kinds of them. */
  readonly json: object;
  readonly identity: Identity;
  /** Where tokens come from, when that is a server on this machine. */
  readonly localTokens?: string;
}

const KINDS: Readonly<Record<string, IdentityKind>> = {
  service_account: "service account",
  authorized_user: "gcloud login",
  impersonated_service_account: "service account",
  external_account: "workload",
  external_account_authorized_user: "workload",
};

const keyJson = z.looseObject({
  type: z.string(),
  client_email: z.optional(z.string()),
  account: z.optional(z.string()),
  token_uri: z.optional(z.string()),
  token_url: z.optional(z.string()),
  token_info_url: z.optional(z.string()),
  revoke_url: z.optional(z.string()),
  service_account_impersonation_url: z.optional(z.string()),
  source_credentials: z.optional(z.looseObject({})),
  universe_domain: z.optional(z.string()),
});

const SERVERS = [
  "token_uri",
  "token_url",
  "token_info_url",
  "revoke_url",
  "service_account_impersonation_url",
] as const;

/**
 * The file; `undefined` where there is none.
 *
 * @throws {StagelineError} `file`, when others can read it, or it is not what it should be, or names a strange server
 */
export async function keyFileAt(path: string): Promise<KeyFile | undefined> {
  const found = await secretJsonIn(path);
  if (found === undefined) return undefined;
  const { success, data } = keyJson.safeParse(found);
  const kind = success ? KINDS[data.type] : undefined;
  if (!success || kind === undefined) throw noKey(path, found);
  refuseStrangeServers(path, data);
  const account = accountIn(data);
  const tokens = data.token_uri;
  return {
    path,
    json: data,
    identity: { kind, file: path, ...(account === undefined ? {} : { account }) },
    ...(tokens !== undefined && isLoopback(tokens) ? { localTokens: tokens } : {}),
  };
}

function refuseStrangeServers(path: string, json: Readonly<Record<string, unknown>>): void {
  for (const name of SERVERS) {
    const address = json[name];
    if (typeof address !== "string" || isGoogle(address)) continue;
    if (name === "token_uri" && isLoopback(address)) continue;
    const message = `"${path}" names "${hostOf(address)}" as "${name}", which is not one of Google's servers; it is not used`;
    throw new StagelineError("file", message);
  }
  const universe = json["universe_domain"];
  if (typeof universe === "string" && universe !== "googleapis.com")
    throw new StagelineError(
      "file",
      `"${path}" is of another cloud ("${universe}"), which has no Google Sheets`,
    );
  const source = json["source_credentials"];
  if (typeof source === "object" && source !== null) refuseStrangeServers(path, { ...source });
}

function accountIn(json: z.infer<typeof keyJson>): string | undefined {
  const impersonated = /\/serviceAccounts\/([^/:]+@[^/:]+):/.exec(
    json.service_account_impersonation_url ?? "",
  )?.[1];
  return [json.client_email, impersonated, json.account].find((each) => each !== undefined && each !== "");
}

// The file that is downloaded for `stageline login` is taken for a key now and then.
function noKey(path: string, found: unknown): StagelineError {
  const isClient = typeof found === "object" && found !== null && ("installed" in found || "web" in found);
  const what = isClient
    ? `is the file of an OAuth client, which "stageline login --client" takes`
    : "is neither the key of a service account nor another file of credentials from Google";
  return new StagelineError("file", `"${path}" ${what}`);
}
