// How to reach the user's mail server: from the options of the command, then from the environment, then from a file of
// lines "key = value". The password is never an option, since every process of the machine can read those; and a file
// that others can read is refused. What is secret stays out of every message.

import { readFile, stat } from "node:fs/promises";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { type Sender, senderFrom } from "./sender.ts";

/** "tls" from the first byte on; "starttls": asked for, and nothing said before; "none": in the clear. */
export const securities = ["tls", "starttls", "none"] as const;
export type Security = (typeof securities)[number];

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly login?: { readonly user: string; readonly password: string };
  readonly from: Sender;
}

/** What the command was told; absent: not said there. */
export interface SmtpOptions {
  readonly settings?: string;
  readonly server?: string;
  readonly security?: string;
  readonly user?: string;
  readonly from?: string;
}

type Key = "server" | "security" | "user" | "password" | "from";
type Said = Partial<Record<Key, string>>;

const KEYS: readonly Key[] = ["server", "security", "user", "password", "from"];
const DIRECT_PORT = 465;
const SUBMISSION_PORT = 587;
const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/;

/**
 * @throws {StagelineError} `usage`, when something is missing or is not what it should be; `file`, when the file of
 *   settings cannot be read, or can be read by others
 */
export async function smtpSettings(
  options: SmtpOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<SmtpSettings> {
  const file = options.settings ?? environment["STAGELINE_SMTP_SETTINGS"];
  const said: Said = {
    ...(file === undefined ? {} : await saidInFile(file)),
    ...saidIn((key) => environment[`STAGELINE_SMTP_${key.toUpperCase()}`]),
    ...saidIn((key) => (key === "password" ? undefined : options[key])),
  };
  const { host, port } = placeOf(needed(said, "server"));
  const security = securityOf(said, { host, port });
  const login = loginOf(said);
  if (login !== undefined && security === "none" && !LOOPBACK.test(host))
    throw new StagelineError("usage", `the password would be sent in the clear; leave out "security = none"`);
  const from = senderFrom(needed(said, "from"));
  return { host, port, security, from, ...(login === undefined ? {} : { login }) };
}

function saidIn(saidOf: (key: Key) => string | undefined): Said {
  const pairs = KEYS.map((key) => [key, saidOf(key)] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined && value !== ""));
}

async function saidInFile(path: string): Promise<Said> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) throw new StagelineError("file", `there is no file "${path}"`);
  // Windows keeps such rights elsewhere, and answers that everybody may read everything.
  if (process.platform !== "win32" && (found.mode & 0o077) !== 0) {
    const message = `others on this machine can read "${path}", and it may hold a password: make it yours alone (chmod 600)`;
    throw new StagelineError("file", message);
  }
  const said: Said = {};
  const lines = (await readFile(path, "utf8")).split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [, key = "", value = ""] = /^\s*([a-z]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    const known = KEYS.find((each) => each === key);
    if (known === undefined) {
      // The line itself is not shown: it may be a password.
      throw new StagelineError(
        "file",
        `"${path}", line ${index + 1}: not one of ${KEYS.join(", ")} with "="`,
      );
    }
    said[known] = value;
  }
  return said;
}

function needed(said: Said, key: "server" | "from"): string {
  const value = said[key];
  if (value !== undefined) return value;
  const what = key === "server" ? "which mail server sends" : "who the mail is from";
  throw new StagelineError(
    "usage",
    `say ${what}: --${key}, STAGELINE_SMTP_${key.toUpperCase()}, or "${key} = …" in the file of --settings`,
  );
}

function placeOf(server: string): { readonly host: string; readonly port: number } {
  const [, host = "", port = String(SUBMISSION_PORT)] = /^\[?([^[\]\s]+?)\]?(?::(\d+))?$/.exec(server) ?? [];
  const number = Number(port);
  if (host === "" || !(number >= 1 && number <= 65_535))
    throw new StagelineError("usage", `"${server}" is not a server such as smtp.example.org:587`);
  return { host, port: number };
}

function securityOf(said: Said, { host, port }: Pick<SmtpSettings, "host" | "port">): Security {
  const { security } = said;
  if (security === undefined) {
    if (port === DIRECT_PORT) return "tls";
    return LOOPBACK.test(host) ? "none" : "starttls";
  }
  const known = securities.find((each) => each === security);
  if (known !== undefined) return known;
  throw new StagelineError("usage", `"${security}" is not one of ${securities.join(", ")}`);
}

function loginOf({ user, password }: Said): SmtpSettings["login"] {
  if (user === undefined && password === undefined) return undefined;
  if (user !== undefined && password !== undefined) return { user, password };
  const missing = user === undefined ? "user" : "password";
  const how =
    missing === "user"
      ? "--user, STAGELINE_SMTP_USER"
      : "STAGELINE_SMTP_PASSWORD (it is no option, on purpose)";
  throw new StagelineError(
    "usage",
    `the ${missing} of the mail server is missing: ${how}, or the file of --settings`,
  );
}
