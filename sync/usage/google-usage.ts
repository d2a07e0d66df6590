// The words of the commands that set up the way to Google. The work of each is loaded when it is asked for.

import type { Command } from "commander";
import type { LoginOptions } from "../commands/login.ts";
import { common, examples } from "./options.ts";

export function addGoogle(parent: Command): void {
  addLogin(parent);
}

function addLogin(parent: Command): void {
  common(
    parent
      .command("login")
      .description("let commands come to Google Sheets as you; kept on this machine, for you alone")
      .option("--client <file>", 'the file of your OAuth client of the type "Desktop app"')
      .option("--read-only", "allow reading only")
      .option("--port <number>", "the port of this machine that the browser comes back to (default: any)")
      .option("--out", "forget the login, and take it back from Google")
      .addHelpText("after", examples("login --client client_secret.json", "login --out"))
      .action(async (options: LoginOptions) => {
        const { loginOrOut } = await import("../commands/login.ts");
        await loginOrOut(options);
      }),
  );
}
