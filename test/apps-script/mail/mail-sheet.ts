// A sheet of installations, whose customers are mailed when an inspection is planned; Ada looks after it.

import { outboxTab } from "../../../shared/engine/outbox/outbox-tab.ts";
import { columnLetters } from "../../../shared/table/cell.ts";
import { openBoard, type SheetWorld } from "../sheet-world.ts";

export const HOUR_MS = 3_600_000;

/** Mails to people, "ada@example.org: Your inspection": to whom, and the subject up to its day. */
export function mailsOf({ google }: SheetWorld): readonly string[] {
  return google.outbox.map(({ to, subject }) => `${to}: ${subject}`);
}

/** Message → its state, as the tab says. */
export function statesOf(world: SheetWorld): readonly string[] {
  return world.rows("Outbox").map((row) => `${row["Subject"]}: ${row["State"]}`);
}

export function reminders({ ada }: SheetWorld, item: "On" | "Off"): void {
  ada.answers.push("OK");
  ada.menu("Stageline", "Reminders", item);
}

/** The letters of the column with this header. */
export function columnOf({ google, spreadsheet }: SheetWorld, tab: string, header: string): string {
  const found = google.spreadsheet(spreadsheet).state.tabs.find(({ name }) => name === tab);
  const at = found?.rows[0]?.cells.findIndex((cell) => cell?.value === header) ?? -1;
  if (at < 0) throw new Error(`${tab} has no column "${header}"`);
  return columnLetters(at);
}

/** A board of installations where reminders are on, with these customers, each with an address of their own. */
export function sheetWith(...names: readonly string[]): SheetWorld {
  const world = openBoard("solar");
  world.ada.answers.push("OK");
  world.ada.menu("Stageline", "Practice or live", "Live");
  reminders(world, "On");
  for (const [index, name] of names.entries()) addCustomer(world, name, index + 2);
  return world;
}

function addCustomer(world: SheetWorld, name: string, row: number): void {
  world.ada.type(`Solar!B${row}`, name);
  world.ada.type(`Solar!${columnOf(world, "Solar", "Owner")}${row}`, "Ada");
  world.ada.type(`Solar!${columnOf(world, "Solar", "E-mail")}${row}`, `${name.toLowerCase()}@example.org`);
}

/** Rows written below the last one of the Outbox, as rules would have asked for them. */
export function putMessages(world: SheetWorld, ...rows: readonly Readonly<Record<string, string>>[]): void {
  const first = world.rows("Outbox").length + 2;
  const cells = rows.map((row) => outboxTab.columns.map(({ key }) => ({ ...PLAIN, ...row })[key] ?? ""));
  world.ada.paste(`Outbox!A${first}`, cells);
}

const PLAIN: Readonly<Record<string, string>> = {
  state: "waiting to send",
  to: "cleo@example.org",
  text: "Dear Cleo",
  due: "2026-11-02T08:00:00+00:00",
};
