// The words of the commands that set up the way to Google and move books there and back, and of first aid. The work of each is loaded when it is asked
// for.

import type { Command } from "commander";
import type { CopyOptions } from "../commands/copy.ts";
import type { DoctorOptions } from "../commands/doctor.ts";
import type { LoginOptions } from "../commands/login.ts";
import { common, examples } from "./options.ts";

export function addGoogle(parent: Command): void {
  addDoctor(parent);
  addLogin(parent);
  addCopy(parent);
}

function addDoctor(parent: Command): void {
  common(
    parent
      .command("doctor <book>")
      .description("first aid: what is well, what is missing, and what to do; nothing is written")
      .option("--read-only", "it is to be read only: do not ask whether it may be changed")
      .option("--now <time>", "the book's local time, instead of the clock")
      .addHelpText(
        "after",
        examples("doctor sales.xlsx", "doctor https://docs.google.com/spreadsheets/d/1AbC…/edit"),
      )
      .action(async (book: string, options: DoctorOptions) => {
        const { lookAfterBook } = await import("../commands/doctor.ts");
        await lookAfterBook(book, options);
      }),
  );
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

function addCopy(parent: Command): void {
  common(
    parent
      .command("copy <from> <to>")
      .description("copy a book into another home: from a file to a Google Sheet, or the other way")
      .option("--dry-run", "say what would be copied, and what would be left out; write nothing")
      .option("--accept", "copy even where what people made in it has to be left out")
      .option("--move", "stop the old book: whoever works in it is told where it went on")
      .option("--again", "a copy into that spreadsheet was cut short: take out what is there and begin again")
      .addHelpText(
        "after",
        examples(
          "copy sales.xlsx https://docs.google.com/spreadsheets/d/1AbC…/edit",
          'copy sales.xlsx "new:Sales"',
          "copy https://docs.google.com/spreadsheets/d/1AbC…/edit sales.xlsx --dry-run",
        ),
      )
      .action(async (from: string, to: string, options: CopyOptions) => {
        const { copyBook } = await import("../commands/copy.ts");
        await copyBook(from, to, options);
      }),
  );
}
