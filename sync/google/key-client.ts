// What Google's library of credentials makes of a key file, or of the machine itself where that is one of Google's.

import { type AuthClient, Compute, GoogleAuth, gcpMetadata } from "google-auth-library";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Environment } from "./api-address.ts";
import type { KeyFile } from "./key-file.ts";
import { type Access, scopeOf } from "./scopes.ts";
import { TokenTransport } from "./token-transport.ts";

export function keyClient({ json, localTokens }: KeyFile, access: Access): Promise<AuthClient> {
  const auth = new GoogleAuth({
    credentials: json,
    scopes: [scopeOf(access)],
    clientOptions: { transporter: new TokenTransport(localTokens), useAuthRequestParameters: false },
  });
  return auth.getClient();
}

/**
 * The account of this machine.
 *
 * @throws {StagelineError} `access`, when the machine is none of Google's
 */
export async function attachedClient(
  environment: Environment,
  access: Access,
): Promise<{ readonly client: AuthClient; readonly account?: string }> {
  // Elsewhere nobody would answer, after seconds.
  if (!gcpMetadata.getGCPResidency() && environment["GCE_METADATA_HOST"] === undefined) {
    throw new StagelineError(
      "access",
      "nothing says as whom to come to Google; log in (stageline login --client <client_secret.json>), or name the key file of a service account in GOOGLE_APPLICATION_CREDENTIALS",
    );
  }
  const client = new Compute({ scopes: [scopeOf(access)], useAuthRequestParameters: false });
  const email: unknown = await gcpMetadata.instance("service-accounts/default/email").catch(() => undefined);
  return { client, ...(typeof email === "string" ? { account: email } : {}) };
}
