// The real `clasp`, as the guide has people use it, in a folder that holds what the project gives it: .clasp.json with
// the id of a script, and the built add-on. It is signed in as nobody real, and Google is a server on this machine.

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inject } from "vitest";
import { addOnFolder } from "./built-add-on.ts";

export const SCRIPT_ID = "1AbcScriptOfTheTest";

const PROGRAM = fileURLToPath(import.meta.resolve("@google/clasp"));
const PRELOAD = pathToFileURL(resolve("test/apps-script/google-on-loopback.mjs")).href;
const TOKEN = "token-of-the-test";
const SIGNED_IN = {
  tokens: {
    default: {
      type: "authorized_user",
      client_id: "client-of-the-test",
      client_secret: "secret-of-the-test",
      access_token: TOKEN,
      refresh_token: "refresh-of-the-test",
      expiry_date: 4_102_444_800_000,
    },
  },
};

/** The header that tells the API who asks. */
export const AUTHORIZATION = `Bearer ${TOKEN}`;

/** A folder to push from. */
export function pushFolder(): string {
  const folder = mkdtempSync(join(inject("files"), "push-"));
  const settings = JSON.parse(readFileSync(".clasp.json", "utf8"));
  writeFileSync(join(folder, ".clasp.json"), JSON.stringify({ ...settings, scriptId: SCRIPT_ID }));
  cpSync(addOnFolder(), join(folder, settings.rootDir), { recursive: true });
  writeFileSync(join(folder, ".clasprc.json"), JSON.stringify(SIGNED_IN));
  return folder;
}

/** Runs it in the folder, which is its home as well; what it printed, or an error with all that it said. */
export function clasp(folder: string, port: number, ...args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ["--import", PRELOAD, PROGRAM, ...args], {
      cwd: folder,
      env: { PATH: process.env["PATH"], HOME: folder, STAGELINE_GOOGLE_PORT: String(port) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said.stderr += text;
    });
    child.once("error", fail);
    child.once("close", (code) =>
      code === 0
        ? done(said.stdout)
        : fail(new Error(`clasp ended with ${code}: ${said.stdout}${said.stderr}`)),
    );
  });
}
