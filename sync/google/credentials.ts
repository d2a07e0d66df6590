// As whom the command comes to Google, and the headers that show it.

import { StagelineError } from "../../shared/value/stageline-error.ts";
import { type Environment, localAddress } from "./api-address.ts";
import type { Clock } from "./clock.ts";
import type { Identity } from "./identity.ts";
import type { Failure } from "./outcome.ts";

/** What a command has to be allowed: never more than it needs. */
export type Access = "read" | "write";

export type Shown =
  | { readonly became: "answered"; readonly answer: Readonly<Record<string, string>> }
  | Failure;

export interface Credentials {
  readonly identity: Identity;
  /** The headers that show who comes. Asking for them changes nothing, so that it may be done again. */
  readonly headers: () => Promise<Shown>;
}

export interface CredentialsWish {
  readonly access: Access;
  readonly environment: Environment;
  readonly clock: Clock;
}

/** @throws {StagelineError} `access`, when nothing says as whom to come */
export async function findCredentials({ environment }: CredentialsWish): Promise<Credentials> {
  if (localAddress(environment) !== undefined) {
    return { identity: { kind: "this machine" }, headers: async () => ({ became: "answered", answer: {} }) };
  }
  throw new StagelineError("access", "nothing says as whom to come to Google");
}
