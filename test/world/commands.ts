// What the command is asked to do in a world, drawn by chance for the spreadsheet as it stands when it begins: mostly to
// make the book true, now and then to move a record, to set a field, to take a file, to say the numbers, to send.

import { type Random, wholeBelow } from "../../local/apps-script/seeded-random.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { type ActivityKind, activityKinds } from "../../shared/definition/activity.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import { textOf } from "../../shared/table/cell.ts";
import { type BoardSheet, boardSheets, textsFor, typedFields } from "../hands/board-sheet.ts";
import { oneOf } from "../hands/random-acts.ts";
import type { Wish } from "../soak/asked-for.ts";
import { valueAt } from "../soak/overwritten.ts";

export type Command =
  | { readonly kind: "sync" }
  | { readonly kind: "report" }
  | { readonly kind: "outbox" }
  | (OnRecord & { readonly kind: "move"; readonly stage: string })
  | (OnRecord & {
      readonly kind: "set";
      readonly key: string;
      readonly field: string;
      readonly value: string;
    })
  | (OnRecord & { readonly kind: "log"; readonly activity: ActivityKind; readonly note: string })
  | { readonly kind: "import"; readonly board: string; readonly lines: readonly ImportLine[] };

export interface ImportLine {
  readonly key: string;
  readonly name: string;
}

interface OnRecord {
  readonly board: string;
  /** ID, or the name where there is none yet. */
  readonly record: string;
}

export type CommandKind = Command["kind"];

/** What commands are for where somebody else keeps the book true, and where nobody does. */
const HABITS: Readonly<Record<"beside others" | "alone", Readonly<Record<CommandKind, number>>>> = {
  "beside others": { sync: 1, move: 4, set: 4, log: 3, import: 3, report: 2, outbox: 2 },
  alone: { sync: 6, move: 3, set: 3, log: 2, import: 2, report: 2, outbox: 3 },
};

/** What a lane will run, so many of them. */
export function drawnKinds(
  random: Random,
  { count, place }: { readonly count: number; readonly place: keyof typeof HABITS },
): readonly CommandKind[] {
  const all = Object.entries(HABITS[place]).flatMap(([kind, weight]) =>
    Array<CommandKind>(weight).fill(kind as CommandKind),
  );
  return Array.from({ length: count }, () => oneOf(random, all) ?? "sync");
}

export interface CommandDraw {
  readonly kind: CommandKind;
  readonly random: Random;
  /** Names no other has. */
  readonly label: string;
  /** A stage that is often moved to. */
  readonly likes?: string | undefined;
  /** In how many rows of each board. */
  readonly rows: number;
}

/** The command as it is given: on records and stages that are there now. */
export function drawnCommand(
  state: Spreadsheet,
  definition: Definition,
  { kind, random, label, likes, rows }: CommandDraw,
): Command {
  const sheet = oneOf(random, boardSheets(state, definition));
  const row = oneOf(random, sheet?.filled.slice(0, rows) ?? []);
  if (kind === "sync" || kind === "report" || kind === "outbox") return { kind };
  if (sheet === undefined || row === undefined) return { kind: "sync" };
  const board = sheet.tab.name;
  if (kind === "import") return { kind, board, lines: linesOf(random, label) };
  const on = { board, record: recordAt(sheet, row) };
  switch (kind) {
    case "move":
      return { kind, ...on, stage: stageOf(sheet, random, likes) };
    case "log":
      return { kind, ...on, activity: oneOf(random, activityKinds) ?? "note", note: `noted ${label}` };
    case "set": {
      const field = oneOf(random, typedFields(sheet.pipeline));
      if (field === undefined) return { kind: "sync" };
      // The first of them is right.
      const value = (random() < 0.8 ? textsFor(field)[0] : oneOf(random, textsFor(field))) ?? "";
      return { kind, ...on, key: field.id, field: field.name, value };
    }
  }
}

/** The cell that it sets, if it sets one. */
export function wishOf(command: Command, program: number): readonly Wish[] {
  if (command.kind === "move") return [{ program, record: command.record, key: "stage" }];
  if (command.kind === "set") return [{ program, record: command.record, key: command.key }];
  return [];
}

/** The name of a stage: mostly one that asks for nothing, and every other time that one. */
export function stageOf({ pipeline }: BoardSheet, random: Random, likes: string | undefined): string {
  if (likes !== undefined && random() < 0.5) return likes;
  const free = pipeline.stages.filter(({ needs }) => needs.length === 0);
  return oneOf(random, random() < 0.7 ? free : pipeline.stages)?.name ?? "";
}

// The same lines come again, with the same keys: then nothing is new in the file.
function linesOf(random: Random, label: string): readonly ImportLine[] {
  const name = wholeBelow(random, 2) === 0 ? label : "again";
  return [1, 2, 3].map((number) => ({ key: `${name} ${number}`, name: `taken ${name} ${number}` }));
}

function recordAt({ tab, columns }: BoardSheet, row: number): string {
  const at = (key: string) => textOf(valueAt(tab, { row, column: columns[key] ?? 0 }));
  return at("id") || at("name");
}
