// What editors do to a board, drawn by chance for the spreadsheet as it stands: mostly typing, now and then a paste, a
// copied or deleted row, a sort. The same numbers on the same spreadsheet give the same act.

import { type Random, wholeBelow } from "../../local/apps-script/seeded-random.ts";
import type { PersonAct } from "../../local/grid/people/person-act.ts";
import { type BoardSheet, logWords, textsFor, typedFields } from "./board-sheet.ts";

/** One draw; `undefined` where the board has nothing to do it to. */
type Draw = (sheet: BoardSheet, random: Random, label: string) => PersonAct | undefined;

/** How often each kind of act is drawn, relative to the others. */
export type Habits = Readonly<Partial<Record<ActKind, number>>>;

export type ActKind = keyof typeof draws;

/** An act on one of the boards; `label` is a name that no record has yet. */
export function randomAct(
  sheets: readonly BoardSheet[],
  random: Random,
  { habits, label }: { readonly habits: Habits; readonly label: string },
): PersonAct | undefined {
  const sheet = oneOf(random, sheets);
  const kind = weighted(random, habits);
  return sheet === undefined || kind === undefined ? undefined : draws[kind](sheet, random, label);
}

/** What people do all day. */
export const everydayHabits: Habits = {
  stage: 10,
  field: 6,
  word: 5,
  act: 2,
  note: 2,
  record: 4,
  block: 2,
  stages: 2,
  clear: 1,
  fill: 1,
};

/** What they do to rows, and may undo. */
export const rowHabits: Habits = { copyRow: 1, deleteRow: 1, insertRow: 1, sort: 1, moveRow: 0.5 };

/** What tears rows apart, or moves what the add-on goes by. */
export const roughHabits: Habits = { tornSort: 0.6, header: 0.3, moveColumn: 0.3, clearId: 0.4 };

const draws = {
  stage: (sheet, random) => typeIn(sheet, random, { key: "stage", text: stageText(sheet, random) }),
  field: (sheet, random) => {
    const field = oneOf(random, typedFields(sheet.pipeline));
    if (field === undefined) return undefined;
    return typeIn(sheet, random, { key: field.id, text: oneOf(random, textsFor(field)) ?? "" });
  },
  word: (sheet, random) => {
    return typeIn(sheet, random, { key: "log", text: oneOf(random, logWords(sheet.pipeline).told) ?? "" });
  },
  act: (sheet, random) => {
    return typeIn(sheet, random, { key: "log", text: oneOf(random, logWords(sheet.pipeline).acts) ?? "" });
  },
  note: (sheet, random, label) => typeIn(sheet, random, { key: "log_note", text: `said ${label}` }),
  record: (sheet, _, label) => typeAt(sheet, sheet.free, { key: "name", text: label }),
  // Stage and name stand side by side at the left of a new board.
  block: (sheet, random, label) => {
    const { stage, name } = sheet.columns;
    if (stage === undefined || name !== stage + 1) return undefined;
    const texts = Array.from({ length: 1 + wholeBelow(random, 4) }, (_, index) => [
      oneOf(random, ["", stageText(sheet, random)]) ?? "",
      `${label} ${index + 1}`,
    ]);
    return { do: "paste", at: { tab: sheet.tab.id, row: sheet.free, column: stage }, texts };
  },
  stages: (sheet, random) => {
    const { stage } = sheet.columns;
    const row = oneOf(random, sheet.filled);
    if (stage === undefined || row === undefined) return undefined;
    const count = 1 + wholeBelow(random, 3);
    const texts = Array.from({ length: count }, () => [stageText(sheet, random)]);
    return { do: "paste", at: { tab: sheet.tab.id, row, column: stage }, texts };
  },
  clear: (sheet, random) => {
    const column = oneOf(random, [sheet.columns["stage"], sheet.columns["owner"], sheet.columns["log_note"]]);
    const row = oneOf(random, sheet.filled);
    if (column === undefined || row === undefined) return undefined;
    return { do: "clear", range: { tab: sheet.tab.id, row, column, rows: 1, columns: 1 } };
  },
  fill: (sheet, random) => {
    const row = oneOf(random, sheet.filled.slice(0, -2));
    const column = sheet.columns["stage"];
    if (column === undefined || row === undefined) return undefined;
    return { do: "fillDown", range: { tab: sheet.tab.id, row, column, rows: 2, columns: 1 } };
  },
  copyRow: (sheet, random) => {
    const row = oneOf(random, sheet.filled);
    if (row === undefined) return undefined;
    return { do: "copyPaste", from: wholeRow(sheet, row), to: wholeRow(sheet, sheet.free) };
  },
  deleteRow: (sheet, random) => {
    const at = oneOf(random, sheet.filled);
    return at === undefined
      ? undefined
      : { do: "deleteLines", tab: sheet.tab.id, axis: "rows", at, count: 1 };
  },
  insertRow: (sheet, random) => {
    const at = oneOf(random, sheet.filled);
    if (at === undefined) return undefined;
    return { do: "insertLines", side: "before", tab: sheet.tab.id, axis: "rows", at, count: 1 };
  },
  moveRow: (sheet, random) => {
    const at = oneOf(random, sheet.filled);
    const to = oneOf(random, sheet.filled);
    if (at === undefined || to === undefined || at === to) return undefined;
    return { do: "moveLines", tab: sheet.tab.id, axis: "rows", at, count: 1, to };
  },
  sort: (sheet, random) => sortBy(sheet, random, sheet.tab.maxColumns),
  // The columns in sight only: what is hidden stays where it is.
  tornSort: (sheet, random) => sortBy(sheet, random, (sheet.columns["id"] ?? 1) - 1),
  header: (sheet, random, label) => {
    const field = oneOf(random, typedFields(sheet.pipeline));
    return field === undefined ? undefined : typeAt(sheet, 1, { key: field.id, text: `Column ${label}` });
  },
  moveColumn: (sheet, random) => {
    const field = oneOf(random, typedFields(sheet.pipeline));
    const at = field === undefined ? undefined : sheet.columns[field.id];
    if (at === undefined || at === 1) return undefined;
    return { do: "moveLines", tab: sheet.tab.id, axis: "columns", at, count: 1, to: 1 };
  },
  clearId: (sheet, random) => {
    const [row, column] = [oneOf(random, sheet.filled), sheet.columns["id"]];
    if (column === undefined || row === undefined) return undefined;
    return { do: "clear", range: { tab: sheet.tab.id, row, column, rows: 1, columns: 1 } };
  },
} satisfies Record<string, Draw>;

function stageText({ pipeline }: BoardSheet, random: Random): string {
  if (random() < 0.04) return "Wonn";
  return oneOf(random, pipeline.stages)?.name ?? "";
}

function typeIn(
  sheet: BoardSheet,
  random: Random,
  what: { readonly key: string; readonly text: string },
): PersonAct | undefined {
  const row = oneOf(random, sheet.filled);
  return row === undefined ? undefined : typeAt(sheet, row, what);
}

function typeAt(
  { tab, columns }: BoardSheet,
  row: number,
  { key, text }: { readonly key: string; readonly text: string },
): PersonAct | undefined {
  const column = columns[key];
  return column === undefined || text === "" ? undefined : { do: "type", tab: tab.id, row, column, text };
}

function wholeRow({ tab }: BoardSheet, row: number) {
  return { tab: tab.id, row, column: 1, rows: 1, columns: tab.maxColumns };
}

function sortBy({ tab, columns, filled }: BoardSheet, random: Random, width: number): PersonAct | undefined {
  const column = oneOf(random, [columns["name"], columns["stage"]]);
  const last = filled.at(-1);
  if (column === undefined || last === undefined || column > width) return undefined;
  const range = { tab: tab.id, row: 2, column: 1, rows: last - 1, columns: width };
  return { do: "sort", range, by: [{ column, order: random() < 0.5 ? "ascending" : "descending" }] };
}

/** One of them; `undefined` of none. */
export function oneOf<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items[wholeBelow(random, items.length)];
}

function weighted(random: Random, habits: Habits): ActKind | undefined {
  const entries = Object.entries(habits) as [ActKind, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [kind, weight] of entries) {
    left -= weight;
    if (left < 0) return kind;
  }
  return entries.at(-1)?.[0];
}
