// How a person logs in and out: by the real command, a server that stands for Google's on this machine, and a test that
// does what a browser does.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type Running, startIn } from "../../command.ts";
import { READ, secretFile, secrets, settingsWith, WRITE } from "./key-files.ts";
import { type Scripted, type ScriptedServer, scriptedServer } from "./scripted-server.ts";

const [clientSecret, refreshToken] = secrets;
const granted: Scripted = {
  status: 200,
  body: { access_token: "ya29.x", refresh_token: refreshToken, expires_in: 3599, scope: `${WRITE} ${READ}` },
};

let server: ScriptedServer | undefined;
afterEach(() => server?.close());

function clientFile(url: string): string {
  const installed = {
    client_id: "c1",
    client_secret: clientSecret,
    auth_uri: `${url}/auth`,
    token_uri: `${url}/token`,
  };
  return secretFile({ installed }, "client_secret.json");
}

/** The address that a login shows, as soon as it does. */
function shownAddress({ process: child }: Running): Promise<URL> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stderr?.on("data", (part) => {
      text += part;
      const [address] = /http:\S+(?=\s)/.exec(text) ?? [];
      if (address !== undefined) resolve(new URL(address));
    });
    child.once("close", () => reject(new Error(text)));
  });
}

interface Visit {
  readonly running: Running;
  readonly asked: URLSearchParams;
  readonly backTo: (words: Readonly<Record<string, string>>) => Promise<Response>;
}

async function begun(
  answer: Scripted,
  environment: Record<string, string>,
  ...options: string[]
): Promise<Visit> {
  server = await scriptedServer([answer]);
  const running = startIn(environment, "login", "--client", clientFile(server.url), ...options);
  const asked = (await shownAddress(running)).searchParams;
  const backTo = (words: Readonly<Record<string, string>>) =>
    fetch(`${asked.get("redirect_uri")}/?${new URLSearchParams(words)}`);
  return { running, asked, backTo };
}

const fileIn = (environment: Record<string, string>) =>
  join(environment["XDG_CONFIG_HOME"] ?? "", "stageline", "google-login.json");

test("a login goes by the browser to a file that its owner alone can read, and out again", async () => {
  const environment = settingsWith();
  const { running, asked, backTo } = await begun(granted, environment);
  expect(asked.get("scope")).toBe(`${READ} ${WRITE}`);
  expect((await backTo({ state: asked.get("state") ?? "", code: "4/0Code" })).status).toBe(200);
  expect(await running.ended).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^You are logged in/),
  });

  const form = new URLSearchParams(server?.requests[0]?.body);
  const challenge = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  expect([form.get("code"), challenge]).toEqual(["4/0Code", asked.get("code_challenge")]);
  const file = fileIn(environment);
  expect([statSync(file).mode & 0o777, statSync(join(file, "..")).mode & 0o777]).toEqual([0o600, 0o700]);
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
    refresh_token: refreshToken,
    scopes: [WRITE, READ],
  });

  expect(await startIn(environment, "login", "--out", "--json").ended).toMatchObject({
    exitCode: 0,
    json: { login: "forgotten", takenBack: true },
  });
  const { path, body } = server?.requests[1] ?? {};
  expect([path, body, existsSync(file)]).toEqual([
    "/revoke",
    String(new URLSearchParams({ token: refreshToken })),
    false,
  ]);
});

test("--read-only asks for reading alone", async () => {
  const { asked, backTo, running } = await begun(
    { status: 200, body: { refresh_token: refreshToken, scope: READ } },
    settingsWith(),
    "--read-only",
    "--json",
  );
  expect(asked.get("scope")).toBe(READ);
  await backTo({ state: asked.get("state") ?? "", code: "4/0Code" });
  expect(await running.ended).toMatchObject({ exitCode: 0, json: { login: "saved", mayWrite: false } });
});

test("who comes back with another word than the login went out with is sent away, and it waits on", async () => {
  const { asked, backTo, running } = await begun(granted, settingsWith());
  expect((await backTo({ state: "guessed", code: "4/0Theirs" })).status).toBe(404);
  expect((await backTo({ state: asked.get("state") ?? "", code: "4/0Mine" })).status).toBe(200);
  expect((await running.ended).exitCode).toBe(0);
  expect(server?.requests.map(({ body }) => new URLSearchParams(body).get("code"))).toEqual(["4/0Mine"]);
});

test.each([
  ["the person says no", { error: "access_denied" }, granted, "the login was not allowed in the browser"],
  [
    "a tick was left out",
    { code: "4/0Code" },
    { status: 200, body: { refresh_token: refreshToken, scope: "openid" } },
    "the login was not allowed to see your spreadsheets",
  ],
  [
    "the code does not count",
    { code: "4/0Code" },
    { status: 400, body: { error: "invalid_grant", error_description: "Bad Request" } },
    "the login ran out, or was taken back",
  ],
] as const)("where %s, nothing is kept and it is said why", async (_, words, answer, message) => {
  const environment = settingsWith();
  const { asked, backTo, running } = await begun(answer, environment);
  await backTo({ state: asked.get("state") ?? "", ...words });
  const { exitCode, stderr } = await running.ended;
  expect([exitCode, existsSync(fileIn(environment))]).toEqual([3, false]);
  expect(stderr).toContain(`stageline: ${message}`);
});

test("a login is forgotten on this machine, too, when Google cannot be told", async () => {
  const environment = settingsWith({ token_uri: "http://127.0.0.1:9/token" });
  const { exitCode, stdout, stderr } = await startIn(environment, "login", "--out").ended;
  expect([exitCode, stdout, existsSync(fileIn(environment))]).toEqual([
    1,
    "The login is forgotten on this machine\n",
    false,
  ]);
  expect(stderr).toBe(
    "Google could not be told (ECONNREFUSED); take it back at https://myaccount.google.com/connections\n",
  );
});

test("one that Google does not know any more is forgotten without a word", async () => {
  server = await scriptedServer([{ status: 400, body: { error: "invalid_token" } }]);
  const environment = settingsWith({ token_uri: `${server.url}/token` });
  expect(await startIn(environment, "login", "--out").ended).toMatchObject({ exitCode: 0, stderr: "" });
});

test("who is behind a proxy reaches Google through it", async () => {
  const asked: (string | undefined)[] = [];
  const proxy = createServer().on("connect", ({ url }, socket) => {
    asked.push(url);
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const { port } = proxy.address() as AddressInfo;
  const environment = {
    ...settingsWith({ token_uri: "https://oauth2.googleapis.com/token" }),
    HTTPS_PROXY: `http://127.0.0.1:${port}`,
  };
  const { exitCode, stderr } = await startIn(environment, "login", "--out").ended;
  proxy.close();
  expect([exitCode, asked, stderr]).toEqual([
    1,
    ["oauth2.googleapis.com:443"],
    expect.stringContaining("Google could not be told"),
  ]);
});

test("without a login there is nothing to forget", async () => {
  const ran = await startIn(settingsWith(), "login", "--out").ended;
  expect([ran.exitCode, ran.stdout]).toEqual([0, "Nobody was logged in on this machine\n"]);
});

test.each([
  ["no file", [], 2, "name the file of your OAuth client: stageline login --client <client_secret.json>"],
  ["--out beside a file", ["--out", "--client", "x"], 2, "--out and --client cannot stand together"],
  [
    "a port that is none",
    [
      "--client",
      secretFile({
        installed: {
          client_id: "c",
          client_secret: "s",
          auth_uri: "https://accounts.google.com/o/oauth2/auth",
          token_uri: "https://oauth2.googleapis.com/token",
        },
      }),
      "--port",
      "0",
    ],
    2,
    '--port "0" is not a port such as 8085',
  ],
  [
    "a client for the web",
    ["--client", secretFile({ web: {} })],
    3,
    'make one of the type "Desktop app" and give its file',
  ],
  [
    "another file",
    ["--client", secretFile({ type: "service_account" })],
    3,
    "is not the file of an OAuth client; download it from",
  ],
  [
    "a strange server",
    [
      "--client",
      secretFile({
        installed: {
          client_id: "c",
          client_secret: "s",
          auth_uri: "https://accounts.example.org/",
          token_uri: "https://oauth2.googleapis.com/token",
        },
      }),
    ],
    3,
    'would log in at "accounts.example.org"',
  ],
] as const)("a login with %s is refused with what would be right", async (_, options, exitCode, message) => {
  const ran = await startIn(settingsWith(), "login", ...options).ended;
  expect([ran.exitCode, ran.stderr]).toEqual([exitCode, expect.stringContaining(message)]);
});
