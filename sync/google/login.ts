// How a person lets this command come to Google as them: by their browser, where they see what they allow, with an answer
// that goes back to this machine and is worth nothing to whoever overhears it (PKCE). And how they take it back.

import { createHash, randomBytes } from "node:crypto";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Clock } from "./clock.ts";
import { openRedirect } from "./login-redirect.ts";
import { isLoopback } from "./loopback.ts";
import type { OAuthClient } from "./oauth-client-file.ts";
import { failureIn } from "./outcome.ts";
import { redacted, redactedError } from "./redacted.ts";
import type { SavedLogin } from "./saved-login.ts";
import { READ_SCOPE, WRITE_SCOPE } from "./scopes.ts";
import { TokenTransport } from "./token-transport.ts";
import { tokenFailure } from "./token-words.ts";

const REVOKE = "https://oauth2.googleapis.com/revoke";

export interface LoginWish {
  readonly client: OAuthClient;
  readonly access: "read" | "write";
  readonly clock: Clock;
  /** Of this machine, for the answer; 0 for any. */
  readonly port: number;
  /** Shows the person where to go. */
  readonly show: (address: string) => void;
}

/** @throws {StagelineError} `access`, when the login is refused, or too little was allowed */
export async function logIn(wish: LoginWish): Promise<SavedLogin> {
  const { client, clock, show } = wish;
  const [state, verifier] = [drawn(), drawn()];
  const redirect = await openRedirect(state, wish.port);
  try {
    show(consentAddress(wish, { state, verifier, redirect: redirect.address }));
    const code = await redirect.code;
    const granted = await exchanged(wish, { code, verifier, redirect: redirect.address });
    const { client_id, client_secret, token_uri } = client;
    const saved = new Date(clock.nowMs()).toISOString();
    return { client_id, client_secret, token_uri, ...granted, saved };
  } finally {
    redirect.close();
  }
}

/** Tells Google that the login counts no more; `undefined`, or why Google could not be told. */
export async function revoke(
  { refresh_token, token_uri }: SavedLogin,
  clock: Clock,
): Promise<string | undefined> {
  const transport = new TokenTransport();
  const url = isLoopback(token_uri) ? new URL("/revoke", token_uri).href : REVOKE;
  try {
    await transport.request({ url, method: "POST", data: new URLSearchParams({ token: refresh_token }) });
    return undefined;
  } catch (error) {
    return revokeFailure(error, clock.nowMs());
  }
}

interface Going {
  readonly redirect: string;
  readonly verifier: string;
}

function consentAddress({ client, access }: LoginWish, going: Going & { readonly state: string }): string {
  const address = new URL(client.auth_uri);
  const challenge = createHash("sha256").update(going.verifier).digest("base64url");
  const words = {
    client_id: client.client_id,
    redirect_uri: going.redirect,
    response_type: "code",
    scope: access === "read" ? READ_SCOPE : `${READ_SCOPE} ${WRITE_SCOPE}`,
    state: going.state,
    code_challenge: challenge,
    code_challenge_method: "S256",
    access_type: "offline",
    // Without it Google gives a login that lasts only to whoever logs in for the first time.
    prompt: "consent",
  };
  for (const [name, value] of Object.entries(words)) address.searchParams.set(name, value);
  return address.href;
}

interface TokenAnswer {
  readonly refresh_token?: string;
  readonly scope?: string;
}

async function exchanged(
  { client, clock, access }: LoginWish,
  { code, verifier, redirect }: Going & { readonly code: string },
): Promise<Pick<SavedLogin, "refresh_token" | "scopes">> {
  const transport = new TokenTransport();
  const { client_id, client_secret, token_uri } = client;
  const form = {
    grant_type: "authorization_code",
    code,
    client_id,
    client_secret,
    redirect_uri: redirect,
    code_verifier: verifier,
  };
  const answer = await transport
    .request<TokenAnswer>({ url: token_uri, method: "POST", data: new URLSearchParams(form) })
    .catch((error: unknown) => tokenFailure(error, { kind: "login" }, clock.nowMs()));
  if ("became" in answer)
    throw new StagelineError("google", `Google did not finish the login (${answer.why}); try again`);
  const { refresh_token, scope = "" } = answer.data;
  const scopes = scope.split(" ");
  // The person may have left out a tick.
  const isEnough = access === "read" ? scopes.includes(READ_SCOPE) : scopes.includes(WRITE_SCOPE);
  if (!isEnough)
    throw new StagelineError(
      "access",
      "the login was not allowed to see your spreadsheets; log in again, and tick them all",
    );
  if (refresh_token === undefined)
    throw new StagelineError(
      "google",
      "Google gave a login that does not last; take back the old one at https://myaccount.google.com/connections, then log in again",
    );
  return { refresh_token, scopes };
}

function revokeFailure(error: unknown, nowMs: number): string | undefined {
  const failure = failureIn(error, nowMs);
  if (failure === undefined) throw redactedError(error);
  if (failure.became !== "refused") return failure.why;
  const { status, kind, message } = failure.refusal;
  // One that Google does not know is one that counts no more.
  return kind === "invalid_token" ? undefined : `${status} ${redacted(message)}`;
}

function drawn(): string {
  return randomBytes(32).toString("base64url");
}
