// Files of credentials for tests, with keys made on the spot; and what a token server was told.

import { createPublicKey, generateKeyPairSync, type KeyObject, verify } from "node:crypto";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { newPath } from "../../command.ts";
import type { Requested } from "./scripted-server.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
export const privatePem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();

export const account = "stageline@pipeline-project.iam.gserviceaccount.com";

/** A file for its owner alone; what is `undefined` is left out. */
export function secretFile(json: object | string, name = "key.json"): string {
  const path = newPath(name);
  writeFileSync(path, typeof json === "string" ? json : JSON.stringify(json));
  chmodSync(path, 0o600);
  return path;
}

export function serviceKey(over: Readonly<Record<string, unknown>> = {}): object {
  return {
    type: "service_account",
    project_id: "pipeline-project",
    private_key_id: "1",
    private_key: privatePem,
    client_email: account,
    token_uri: "https://oauth2.googleapis.com/token",
    universe_domain: "googleapis.com",
    ...over,
  };
}

export const READ = "https://www.googleapis.com/auth/spreadsheets.readonly";
export const WRITE = "https://www.googleapis.com/auth/spreadsheets";
export const secrets = [
  "GOCSPX-quite-secret-indeed",
  "1//0gRefreshRefreshRefresh-L9Ir",
  "ya29.a0AccessAccess",
] as const;

/** An environment with a folder for settings of its own, and in it a login, where one is given. */
export function settingsWith(login?: Readonly<Record<string, unknown>>): Record<string, string> {
  const folder = dirname(newPath());
  const environment = { XDG_CONFIG_HOME: folder, HOME: folder, APPDATA: folder };
  if (login === undefined) return environment;
  const path = join(folder, "stageline", "google-login.json");
  mkdirSync(dirname(path));
  const [client_secret, refresh_token] = secrets;
  const whole = {
    client_id: "c1",
    client_secret,
    refresh_token,
    scopes: [READ, WRITE],
    saved: "2026-11-20T08:30:00Z",
  };
  writeFileSync(path, JSON.stringify({ ...whole, ...login }), { mode: 0o600 });
  return environment;
}

/** What a service account signed, when it did so with the key of these tests. */
export function signedClaims({ body }: Requested): unknown {
  const assertion = new URLSearchParams(body).get("assertion") ?? "";
  const [head = "", claims = "", signature = ""] = assertion.split(".");
  const isOurs = isSignedBy(publicKey, `${head}.${claims}`, signature);
  return isOurs ? JSON.parse(Buffer.from(claims, "base64url").toString()) : undefined;
}

function isSignedBy(key: KeyObject, text: string, signature: string): boolean {
  return verify(
    "sha256",
    Buffer.from(text),
    createPublicKey(key.export({ type: "spki", format: "pem" })),
    Buffer.from(signature, "base64url"),
  );
}
