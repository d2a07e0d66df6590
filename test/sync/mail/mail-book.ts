// A book whose Outbox holds messages, as a sync leaves them there.

import { chmodSync } from "node:fs";
import { applyChanges } from "../../../local/book/apply-changes.ts";
import { openBook, saveBook } from "../../../local/book/book-file.ts";
import { textOf } from "../../../shared/table/cell.ts";
import type { RowCells } from "../../../shared/table/layout.ts";
import { rowsOf } from "../../book-contents.ts";
import { fileOf, newPath, stageline } from "../../command.ts";

export const NOW = ["--now", "2026-11-02T09:00"];

let empty: string | undefined;

/** A book on whose board "Deals" Ada stands, with these messages about her. */
export async function bookWith(...messages: readonly RowCells[]): Promise<string> {
  empty ??= await emptyBook();
  const path = newPath();
  const book = await openBook(empty);
  const deals = book.tables.find(({ tab }) => tab === "Deals");
  const record = textOf(deals?.rows[0]?.cells[deals.marks["id"] ?? -1]);
  const rows = messages.map((message, index) => ({
    state: "waiting to send",
    to: "ada@example.org",
    subject: `Hello ${index + 1}`,
    text: "Dear Ada,\n\n1 < 2",
    about: "Ada",
    board: "Deals",
    due: `2026-11-02T08:0${index}:00+00:00`,
    board_id: "deals",
    record,
    id: `m${index + 1}`,
    ...message,
  }));
  const { book: filled } = applyChanges(book, [{ kind: "append", tab: "Outbox", rows }], () => "");
  await saveBook(path, filled);
  return path;
}

async function emptyBook(): Promise<string> {
  const path = newPath();
  const stages = "Lead > Offer > Won:won | Lost:lost";
  await stageline(
    "new",
    path,
    "--board",
    "Deals",
    "--stages",
    stages,
    "--zone",
    "UTC",
    "--now",
    "2026-11-01",
  );
  const email = { pipeline: "Deals", field: "E-mail", type: "e-mail", id: "email" };
  const { book } = applyChanges(
    await openBook(path),
    [{ kind: "append", tab: "Fields", rows: [email] }],
    () => "",
  );
  await saveBook(path, book);
  await stageline("sync", path, ...NOW);
  const people = fileOf("Name,E-mail\nAda,ada@example.org\n");
  await stageline(
    "import",
    path,
    people,
    "--board",
    "Deals",
    "--field",
    "Name=Name",
    "--field",
    "E-mail=E-mail",
    ...NOW,
  );
  return path;
}

/** Message → its state. */
export async function statesIn(path: string): Promise<Readonly<Record<string, string>>> {
  const rows = await rowsOf(path, "Outbox");
  return Object.fromEntries(rows.map(({ cells }) => [textOf(cells["ID"]), textOf(cells["State"])]));
}

/** A file of settings for the server at that port, which nobody else may read. */
export function settingsFor(port: number, ...lines: readonly string[]): string {
  const all = [`server = 127.0.0.1:${port}`, "from = Bo Baker <bo@example.org>", ...lines];
  const path = fileOf(`${all.join("\n")}\n`, "mail.conf");
  chmodSync(path, 0o600);
  return path;
}
