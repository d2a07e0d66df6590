// As whom a command comes to Google, how much it asks to be allowed, and what it says when it is not let in. Keys, tokens
// and the server that gives them out are real, and on this machine.

import { chmodSync } from "node:fs";
import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { openConnection } from "../../../sync/google/connection.ts";
import { findCredentials } from "../../../sync/google/credentials.ts";
import {
  account,
  privatePem,
  READ,
  secretFile,
  secrets,
  serviceKey,
  settingsWith,
  signedClaims,
  WRITE,
} from "./key-files.ts";
import { movingClock } from "./moving-clock.ts";
import { type Scripted, type ScriptedServer, scriptedServer } from "./scripted-server.ts";

const [clientSecret, refreshToken, accessToken] = secrets;
const token = { status: 200, body: { access_token: accessToken, expires_in: 3599, token_type: "Bearer" } };
const refusal = (error: string, error_description: string) => ({
  status: 400,
  body: { error, error_description },
});

let server: ScriptedServer | undefined;
afterEach(() => server?.close());

async function tokensFrom(...script: readonly Scripted[]): Promise<string> {
  server = await scriptedServer(script);
  return `${server.url}/token`;
}

function found(environment: Record<string, string>, access: "read" | "write" = "read") {
  return findCredentials({ environment, access, clock: movingClock() });
}

function keyed(over: Readonly<Record<string, unknown>>): Record<string, string> {
  return { ...settingsWith(), GOOGLE_APPLICATION_CREDENTIALS: secretFile(serviceKey(over)) };
}

test.each([
  ["read", READ],
  ["write", WRITE],
] as const)("to %s, a service account signs for that and no more", async (access, scope) => {
  const { identity, headers } = await found(keyed({ token_uri: await tokensFrom(token) }), access);
  expect([identity.kind, identity.account]).toEqual(["service account", account]);
  expect(await headers()).toEqual({ became: "answered", answer: { authorization: `Bearer ${accessToken}` } });
  const [request] = server?.requests ?? [];
  if (request === undefined) throw new Error("nobody asked for a token");
  expect(signedClaims(request)).toMatchObject({
    iss: account,
    scope,
    aud: "https://oauth2.googleapis.com/token",
  });
});

test.each([
  ["read", READ],
  ["write", WRITE],
] as const)("to %s, a login that allows both asks for a token for that alone", async (access, scope) => {
  const { identity, headers } = await found(settingsWith({ token_uri: await tokensFrom(token) }), access);
  expect(identity.kind).toBe("login");
  expect(await headers()).toMatchObject({ answer: { authorization: `Bearer ${accessToken}` } });
  const form = Object.fromEntries(new URLSearchParams(server?.requests[0]?.body));
  expect(form).toEqual({
    grant_type: "refresh_token",
    client_id: "c1",
    client_secret: clientSecret,
    refresh_token: refreshToken,
    scope,
  });
});

test("a token is asked for once as long as it counts", async () => {
  const clock = { ...movingClock(), nowMs: () => Date.now() };
  const environment = settingsWith({ token_uri: await tokensFrom(token) });
  const { headers } = await findCredentials({ environment, access: "read", clock });
  await headers();
  await headers();
  expect(server?.requests).toHaveLength(1);
});

test("a login that may only read is not used to write", async () => {
  const environment = settingsWith({ token_uri: "https://oauth2.googleapis.com/token", scopes: [READ] });
  await expect(found(environment, "write")).rejects.toMatchObject({
    code: "access",
    message:
      "this login may only read spreadsheets; log in again without --read-only: stageline login --client <client_secret.json>",
  });
});

test("a login goes before a key file, and the Sheets API on this machine before both", async () => {
  const environment = {
    ...settingsWith({ token_uri: "https://oauth2.googleapis.com/token" }),
    GOOGLE_APPLICATION_CREDENTIALS: secretFile(serviceKey()),
  };
  expect((await found(environment)).identity.kind).toBe("login");
  const local = await found({ ...environment, STAGELINE_SHEETS_API: "http://127.0.0.1:8080" });
  expect([local.identity.kind, await local.headers()]).toEqual([
    "this machine",
    { became: "answered", answer: {} },
  ]);
});

test("a login by gcloud is found where gcloud keeps it, with the project that it counts for", async () => {
  const [client_secret, refresh_token] = secrets;
  const json = {
    type: "authorized_user",
    client_id: "c2",
    client_secret,
    refresh_token,
    quota_project_id: "p1",
    account: "ada@example.org",
  };
  const path = secretFile(
    { ...json, token_uri: await tokensFrom(token) },
    "application_default_credentials.json",
  );
  const environment = { ...settingsWith(), CLOUDSDK_CONFIG: path.replace(/[\\/][^\\/]*$/, "") };
  const { identity, headers } = await found(environment);
  expect(identity).toEqual({ kind: "gcloud login", account: "ada@example.org", file: path });
  expect(await headers()).toMatchObject({ answer: { "x-goog-user-project": "p1" } });
});

test("who comes from another cloud is called by the service account that they stand for", async () => {
  const json = {
    type: "external_account",
    audience: "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/q",
    subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
    token_url: "https://sts.googleapis.com/v1/token",
    service_account_impersonation_url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${account}:generateAccessToken`,
    credential_source: { file: "/nowhere/token" },
  };
  const { identity } = await found({ ...settingsWith(), GOOGLE_APPLICATION_CREDENTIALS: secretFile(json) });
  expect([identity.kind, identity.account]).toEqual(["workload", account]);
});

test("on a machine of Google's, the account of the machine is asked for by its name", async () => {
  const flavour = { "metadata-flavor": "Google", "content-type": "text/plain" };
  server = await scriptedServer(({ path }) =>
    path.includes("/email")
      ? { status: 200, body: account, headers: flavour }
      : { ...token, headers: { "metadata-flavor": "Google" } },
  );
  const host = new URL(server.url).host;
  vi.stubEnv("GCE_METADATA_HOST", host);
  try {
    const { identity, headers } = await found({ ...settingsWith(), GCE_METADATA_HOST: host });
    expect(identity).toEqual({ kind: "attached account", account });
    expect(await headers()).toMatchObject({ answer: { authorization: `Bearer ${accessToken}` } });
    expect(server.requests.at(-1)?.path).toContain(`scopes=${encodeURIComponent(READ)}`);
  } finally {
    vi.unstubAllEnvs();
  }
});

test("where nothing says as whom to come, it is said what would", async () => {
  await expect(found(settingsWith())).rejects.toMatchObject({
    code: "access",
    message: expect.stringMatching(
      /^nothing says as whom to come to Google; log in .*GOOGLE_APPLICATION_CREDENTIALS$/,
    ),
  });
});

test.each([0o644, 0o640, 0o604])(
  "a key file that others can read (%o) is refused with what to type",
  async (mode) => {
    const path = secretFile(serviceKey());
    chmodSync(path, mode);
    await expect(found({ ...settingsWith(), GOOGLE_APPLICATION_CREDENTIALS: path })).rejects.toMatchObject({
      code: "file",
      message: expect.stringContaining(`make it yours alone: chmod 600 "${path}"`),
    });
  },
);

test("a login that others can read is refused with what to type", async () => {
  const environment = settingsWith({ token_uri: "https://oauth2.googleapis.com/token" });
  const path = `${environment["XDG_CONFIG_HOME"]}/stageline/google-login.json`;
  chmodSync(path, 0o644);
  await expect(found(environment)).rejects.toThrow(`chmod 600 "${path}"`);
});

test.each([
  [
    "a strange server for tokens",
    { token_uri: "https://oauth2.example.org/token" },
    '"oauth2.example.org" as "token_uri"',
  ],
  [
    "one that only ends like Google's",
    { token_uri: "https://evilgoogleapis.com/token" },
    '"evilgoogleapis.com" as "token_uri"',
  ],
  [
    "Google's in the clear",
    { token_uri: "http://oauth2.googleapis.com/token" },
    '"oauth2.googleapis.com" as "token_uri"',
  ],
  [
    "a strange server to become another account",
    { service_account_impersonation_url: "https://example.org/" },
    '"example.org" as',
  ],
  [
    "a strange server in the credentials within",
    { source_credentials: { token_uri: "https://example.org/" } },
    '"example.org" as "token_uri"',
  ],
  ["another cloud", { universe_domain: "example.org" }, 'is of another cloud ("example.org")'],
])("a key file that names %s is not used", async (_, over, message) => {
  await expect(found(keyed(over))).rejects.toMatchObject({
    code: "file",
    message: expect.stringContaining(message),
  });
});

test.each([
  ["no JSON", "{", "is not JSON"],
  [
    "the file of an OAuth client",
    { installed: {} },
    'is the file of an OAuth client, which "stageline login --client" takes',
  ],
  [
    "something else",
    { type: "cat" },
    "is neither the key of a service account nor another file of credentials",
  ],
])("%s is not taken for a key", async (_, json, message) => {
  const environment = { ...settingsWith(), GOOGLE_APPLICATION_CREDENTIALS: secretFile(json) };
  await expect(found(environment)).rejects.toMatchObject({
    code: "file",
    message: expect.stringContaining(message),
  });
});

test("a file that is named and not there is missed by its name", async () => {
  const environment = { ...settingsWith(), GOOGLE_APPLICATION_CREDENTIALS: "/nowhere/key.json" };
  await expect(found(environment)).rejects.toThrow('there is no file "/nowhere/key.json"');
});

test.each([
  [
    "ran out",
    refusal("invalid_grant", "Token has been expired or revoked."),
    "the login ran out, or was taken back; log in again: stageline login",
  ],
  [
    "is of a client that is gone",
    { status: 401, body: { error: "deleted_client", error_description: "The OAuth client was deleted." } },
    "make a new one, then log in again",
  ],
  [
    "is not allowed by the organisation",
    refusal("admin_policy_enforced", "x"),
    "your organisation does not allow this login",
  ],
])("a login that %s is not let in, and it is said what to do", async (_, answer, message) => {
  const environment = settingsWith({ token_uri: await tokensFrom(answer) });
  const line = await openConnection({
    spreadsheetId: "x",
    access: "read",
    environment,
    clock: movingClock(),
  });
  await expect(
    line.read("read the tabs", () => Promise.reject(new Error("not reached"))),
  ).rejects.toMatchObject({
    code: "access",
    message: expect.stringContaining(message),
  });
  expect(line.sent()).toBe(0);
});

test.each([
  [
    "the key is gone",
    refusal("invalid_grant", "Invalid JWT Signature."),
    'Google does not take the key in "',
  ],
  [
    "the account is gone",
    refusal("invalid_grant", "Invalid grant: account not found"),
    `Google knows no account ${account} any more`,
  ],
  [
    "the clock is wrong",
    refusal(
      "invalid_grant",
      "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.",
    ),
    "Google does not take the time of this machine's clock",
  ],
])("where %s, a service account is told so", async (_, answer, message) => {
  const { headers } = await found(keyed({ token_uri: await tokensFrom(answer) }));
  await expect(headers()).rejects.toMatchObject({
    code: "access",
    message: expect.stringContaining(message),
  });
});

test("a server of tokens that is down is asked again, and no request leaves before there is a token", async () => {
  const token_uri = await tokensFrom(
    { status: 503, body: "down" },
    "cut",
    refusal("invalid_grant", "revoked"),
  );
  const clock = movingClock();
  const line = await openConnection({
    spreadsheetId: "x",
    access: "write",
    environment: settingsWith({ token_uri }),
    clock,
  });
  const never = () => Promise.reject(new Error("nobody should look"));
  await expect(line.write("write the changes", never, never)).rejects.toMatchObject({ code: "access" });
  // Half of one and of two seconds.
  expect([clock.waits, server?.requests.length, line.sent()]).toEqual([[500, 1000], 3, 0]);
});

test("a key that is none is said to be unusable", async () => {
  const { headers } = await found(
    keyed({ private_key: "-----BEGIN PRIVATE KEY-----\nMIIabc\n-----END PRIVATE KEY-----\n" }),
  );
  await expect(headers()).rejects.toMatchObject({
    code: "file",
    message: expect.stringContaining("cannot be used"),
  });
});

test("nothing secret is in an error, however much of it the server says back", async () => {
  server = await scriptedServer(({ body }) => ({
    status: 400,
    body: {
      error: "weird_error",
      error_description: `got ${body} and ${JSON.stringify(Object.fromEntries(new URLSearchParams(body)))}`,
    },
  }));
  const token_uri = `${server.url}/token`;
  for (const environment of [settingsWith({ token_uri }), keyed({ token_uri })]) {
    const { headers } = await found(environment);
    const error: unknown = await headers().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    const shown = inspect(error, { depth: 9, showHidden: true });
    const assertion = new URLSearchParams(server.requests.at(-1)?.body).get("assertion");
    expect(shown).toContain("(left out)");
    for (const secret of [
      clientSecret,
      refreshToken,
      privatePem.slice(40, 80),
      ...(assertion === null ? [] : [assertion]),
    ])
      expect(shown).not.toContain(secret);
  }
});
