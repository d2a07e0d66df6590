// A person's login as the library of credentials knows it. The person may have allowed more than a command needs: each
// token is asked for with what the command needs and no more.

import { type AuthClient, OAuth2Client } from "google-auth-library";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Clock } from "./clock.ts";
import type { SavedLogin } from "./saved-login.ts";
import { type Access, READ_SCOPE, scopeOf, WRITE_SCOPE } from "./scopes.ts";
import { TokenTransport } from "./token-transport.ts";

interface TokenAnswer {
  readonly access_token?: string;
  readonly expires_in?: number;
}

/** @throws {StagelineError} `access`, when the person allowed less than the command needs */
export function loginClient(wish: {
  readonly login: SavedLogin;
  readonly path: string;
  readonly access: Access;
  readonly clock: Clock;
}): AuthClient {
  const { login, access, clock } = wish;
  const scope = neededScope(login, access);
  const transporter = new TokenTransport();
  const client = new OAuth2Client({ transporter, useAuthRequestParameters: false });
  client.refreshHandler = async () => {
    const { client_id, client_secret, refresh_token, token_uri } = login;
    const form = { grant_type: "refresh_token", client_id, client_secret, refresh_token, scope };
    const { data } = await transporter.request<TokenAnswer>({
      url: token_uri,
      method: "POST",
      data: new URLSearchParams(form),
    });
    const { access_token = "", expires_in = 0 } = data;
    return { access_token, expiry_date: clock.nowMs() + expires_in * 1000 };
  };
  return client;
}

// Whoever may change may read; a login that allowed only that has no narrower token to give.
function neededScope({ scopes }: SavedLogin, access: Access): string {
  const scope = [scopeOf(access), WRITE_SCOPE].find((each) => scopes.includes(each));
  if (scope !== undefined) return scope;
  const message = scopes.includes(READ_SCOPE)
    ? "this login may only read spreadsheets; log in again without --read-only: stageline login --client <client_secret.json>"
    : "this login was not allowed to see spreadsheets; log in again: stageline login --client <client_secret.json>";
  throw new StagelineError("access", message);
}
