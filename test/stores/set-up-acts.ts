// What owners do to the set-up of a book, drawn by chance: stages, people and practice renamed, added and switched in the
// cells of the tabs; a board's tab duplicated, and what is said about it in Held.

import { type Random, wholeBelow } from "../../local/apps-script/seeded-random.ts";
import type { PersonAct } from "../../local/grid/people/person-act.ts";
import { type Spreadsheet, tabNamed, usedSize } from "../../local/grid/spreadsheet.ts";
import { columnMarks } from "../hands/grid-tables.ts";
import { oneOf } from "../hands/random-acts.ts";

/** An act on the set-up; `undefined` where there is nothing to do it to. */
export function setUpAct(
  state: Spreadsheet,
  random: Random,
  { board, label }: { readonly board: string; readonly label: string },
): PersonAct | undefined {
  const rename: CellWish = { tab: "Stages", key: "stage", text: `Stage ${label}`, row: "some" };
  const wishes: readonly CellWish[] = [
    rename,
    { tab: "Stages", key: "limit_days", text: String(1 + wholeBelow(random, 9)), row: "some" },
    { tab: "Team", key: "person", text: `Person ${label}`, row: "next" },
    { tab: "Pipelines", key: "practice", text: oneOf(random, ["yes", "no"]) ?? "no", row: "some" },
    { tab: "Held", key: "decision", text: oneOf(random, ["Take", "Drop"]) ?? "Drop", row: "some" },
  ];
  if (random() < 0.2) {
    const tab = tabNamed(state, board);
    return tab === undefined ? undefined : { do: "copyTab", tab: tab.id };
  }
  return typed(state, random, oneOf(random, wishes) ?? rename);
}

interface CellWish {
  readonly tab: string;
  readonly key: string;
  readonly text: string;
  readonly row: "some" | "next";
}

function typed(
  state: Spreadsheet,
  random: Random,
  { tab: name, key, text, row }: CellWish,
): PersonAct | undefined {
  const tab = tabNamed(state, name);
  if (tab === undefined) return undefined;
  const column = columnMarks(state, tab)[key];
  const { rows } = usedSize(tab);
  if (column === undefined || (row === "some" && rows < 2)) return undefined;
  const at = row === "next" ? rows + 1 : 2 + wholeBelow(random, rows - 1);
  return { do: "type", tab: tab.id, row: at, column: column + 1, text };
}
