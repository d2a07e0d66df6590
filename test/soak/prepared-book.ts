// The spreadsheets that runs begin with: boards made by the add-on, some tens of records on them, live or in practice.
// Each is made once for all runs of a file. The rows that nobody uses are taken away, as people do who tidy up: what
// matters here are the orders of things, and reading empty rows takes most of the time.

import { seededRandom, wholeBelow } from "../../local/apps-script/seeded-random.ts";
import { type Spreadsheet, usedSize } from "../../local/grid/spreadsheet.ts";
import { lastDefinition } from "../../shared/definition/definition-versions.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { type AddOnWorld, openAddOnWorld } from "../hands/add-on-world.ts";
import { boardSheets } from "../hands/board-sheet.ts";
import { gridTables } from "../hands/grid-tables.ts";
import { oneOf } from "../hands/random-acts.ts";

export interface BookPlan {
  /** Keys of built-in pipelines. */
  readonly templates: readonly string[];
  readonly practice: "practice" | "live";
  readonly records: number;
  /** Values that every record has, by field: "{}" stands for its number. */
  readonly fields?: Readonly<Record<string, string>>;
}

const SPARE_ROWS = 40;
const made = new Map<string, Spreadsheet>();

/** The spreadsheet of a plan. */
export function preparedBook(plan: BookPlan): Spreadsheet {
  const key = JSON.stringify(plan);
  const state = made.get(key) ?? makeBook(plan);
  made.set(key, state);
  return state;
}

/** What is in force in a spreadsheet. */
export function definitionIn(state: Spreadsheet): Definition {
  const definition = lastDefinition(gridTables(state));
  if (definition === undefined) throw new StagelineError("definition", "no definition is in force yet");
  return definition;
}

function makeBook({ templates, practice, records, fields = {} }: BookPlan): Spreadsheet {
  const world = openAddOnWorld();
  const { ada, google, book } = world;
  for (const template of templates) ada.page("pageNewBoard", { template, tab: "" });
  google.spreadsheet(book).state = trimmed(world.state());
  if (practice === "live") {
    ada.answers.push("OK");
    ada.menu("Stageline", "Practice or live", "Live");
  }
  fill(world, records, fields);
  return trimmed(world.state());
}

// Stages anywhere on the way, so that some are refused at once.
function fill({ ada, state }: AddOnWorld, records: number, fields: Readonly<Record<string, string>>): void {
  const random = seededRandom(records);
  for (const { tab, pipeline, columns } of boardSheets(state(), definitionIn(state()))) {
    const texts = Array.from({ length: records }, (_, index) => [
      oneOf(random, pipeline.stages.slice(0, 1 + wholeBelow(random, 4)))?.name ?? "",
      `${tab.name} ${index + 1}`,
    ]);
    ada.act({ do: "paste", at: { tab: tab.id, row: 2, column: columns["stage"] ?? 1 }, texts });
    for (const [key, text] of Object.entries(fields)) {
      const values = texts.map((_, index) => [text.replace("{}", String(index + 1))]);
      const column = columns[key];
      if (column !== undefined) ada.act({ do: "paste", at: { tab: tab.id, row: 2, column }, texts: values });
    }
  }
}

function trimmed(state: Spreadsheet): Spreadsheet {
  const tabs = state.tabs.map((tab) => {
    const rows = Math.min(tab.maxRows, usedSize(tab).rows + (tab.name.startsWith("_") ? 60 : SPARE_ROWS));
    return { ...tab, maxRows: rows, rows: tab.rows.slice(0, rows) };
  });
  return { ...state, tabs };
}
