// A book with a board of sales as the add-on drew it, and the changes that draw it with one stage more.

import type { Paint } from "../../../../local/grid/protocol.ts";
import { writeGrid } from "../../../../local/grid/script/write-grid.ts";
import type { Spreadsheet, Tab } from "../../../../local/grid/spreadsheet.ts";
import { boardLayout } from "../../../../shared/board/board-layout.ts";
import type { Definition, Stage } from "../../../../shared/definition/pipeline.ts";
import { setupRows, setupTabs } from "../../../../shared/definition/setup/write-setup.ts";
import { templates } from "../../../../shared/definition/templates/templates.ts";
import { emptyDefinition, newBoards } from "../../../../shared/engine/setup/new-boards.ts";
import type { Change } from "../../../../shared/table/change.ts";
import type { TabLayout } from "../../../../shared/table/layout.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import { bookInGoogle } from "../../../stores/google-store.ts";

const now = parseMoment("2026-11-20T09:30:00+01:00");

const [sales] = templates;
if (sales === undefined) throw new Error("there are no built-in pipelines");
const made = newBoards([], emptyDefinition({ zone: "Europe/Amsterdam", practice: false }), {
  boards: [{ tab: "Sales", pipeline: sales.pipeline }],
  now,
});

let drawn: Spreadsheet | undefined;

/** The book as it was drawn. */
export function salesBook(): Spreadsheet {
  drawn ??= bookInGoogle([made.changes]).state();
  return drawn;
}

/** The layout of the board as it stands in the book. */
export function salesLayout(): TabLayout {
  return layoutOf(made.definition);
}

/** Adds a stage and draws the board with it. */
export function stageMore(name: string): readonly Change[] {
  const stage: Stage = { ...firstStage(), id: "more", name, kind: "parked", needs: [] };
  const definition: Definition = {
    ...made.definition,
    pipelines: made.definition.pipelines.map((each) => ({ ...each, stages: [...each.stages, stage] })),
  };
  const stages = setupTabs.find(({ tab }) => tab === "Stages");
  const row = setupRows(definition)[stages?.key ?? ""]?.slice(-1) ?? [];
  return [
    { kind: "append", tab: "Stages", rows: row },
    { kind: "layOut", tab: "Sales", layout: layoutOf(definition) },
  ];
}

export function tabNamed(state: Spreadsheet, name: string): Tab {
  const tab = state.tabs.find((each) => each.name === name);
  if (tab === undefined) throw new Error(`there is no tab "${name}"`);
  return tab;
}

/** The column under a header, from 1. */
export function columnOf(state: Spreadsheet, tab: string, header: string): number {
  const cells = tabNamed(state, tab).rows[0]?.cells ?? [];
  return cells.findIndex((cell) => cell?.value === header) + 1;
}

/** The book after a person painted the cells of a column: its header or what is below. */
export function painted(
  state: Spreadsheet,
  place: { readonly header: string; readonly rows: "header" | "below" },
  paint: Paint,
): Spreadsheet {
  const { id, maxRows } = tabNamed(state, "Sales");
  const rows = place.rows === "header" ? { row: 1, rows: 1 } : { row: 2, rows: maxRows - 1 };
  const range = { tab: id, column: columnOf(state, "Sales", place.header), columns: 1, ...rows };
  return writeGrid(state, { do: "paint", range, paint });
}

function layoutOf(definition: Definition): TabLayout {
  const [board] = definition.boards;
  if (board === undefined) throw new Error("the book has no board");
  return boardLayout(definition, board);
}

function firstStage(): Stage {
  const stage = made.definition.pipelines[0]?.stages[0];
  if (stage === undefined) throw new Error("the pipeline has no stages");
  return stage;
}
