// Names in set-up cells that are one slip away from a name that the book knows: a stage in a rule, a field in a need, a
// kind. A name is put right only where the cell has a problem, exactly one known name mends it, and nothing else of
// the set-up gets worse: the readers of the tabs decide, not a guess.

import { activityKinds, wordOfActivity } from "../../definition/activity.ts";
import { quotedName } from "../../definition/cell-words.ts";
import { everyDefinition } from "../../definition/definition-versions.ts";
import type { Definition } from "../../definition/pipeline.ts";
import { readSetup } from "../../definition/setup/read-setup.ts";
import { textFromList } from "../../definition/setup/setup-tab.ts";
import { setupTabs } from "../../definition/setup/write-setup.ts";
import { fieldsOf } from "../../definition/standard-field.ts";
import { cellAddress, nameKey, textOf } from "../../table/cell.ts";
import type { TabLayout } from "../../table/layout.ts";
import type { Problem } from "../../table/problem.ts";
import { type TabView, tableOf, type ViewRow, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { isNearName } from "../advice/near-names.ts";
import { withCell } from "./set-up-cells.ts";

/**
 * The tables with each misspelt name put right where one name only can be meant.
 *
 * @throws {StagelineError} `usage`, when the book has no boards
 * @example
 * respelledNames(fixtures.setupTables) === fixtures.setupTables //=> true
 */
export function respelledNames(tables: Tables): Tables {
  const earlier = everyDefinition(tables);
  const read = (present: Tables): Reading => ({ tables: present, ...readSetup(present, undefined, earlier) });
  let present = read(tables);
  for (let better: Reading | undefined = present; better !== undefined; ) {
    present = better;
    better = oneRespelt(present, read);
  }
  return present.tables;
}

interface Reading {
  readonly tables: Tables;
  readonly definition: Definition;
  readonly problems: readonly Problem[];
}

// Fewer problems each time, so there is an end to it.
function oneRespelt(present: Reading, read: (tables: Tables) => Reading): Reading | undefined {
  for (const problem of present.problems) {
    const place = placeOf(present.tables, problem);
    const written = place?.row.cells[place.key];
    if (place === undefined || typeof written !== "string") continue;
    const names = knownNames(present.definition, place).filter((name) => mayStand(place, name));
    const mends = names
      .flatMap((name) => respellings(written, name))
      .flatMap((respelling) => {
        const reading = read(withCell(present.tables, { ...place, at: place.row.at }, respelling.text));
        return reading.problems.length < present.problems.length ? [{ ...respelling, reading }] : [];
      });
    const certain = mends.find((one) =>
      mends.every((other) => other.name === one.name || !overlap(one, other)),
    );
    if (certain !== undefined) return certain.reading;
  }
  return undefined;
}

interface NamingCell {
  readonly tab: string;
  readonly layout: TabLayout;
  readonly view: TabView;
  readonly row: ViewRow;
  readonly key: string;
  readonly column: number;
}

// Columns in which a cell gives a thing its name: what stands there is never wrong.
const NAMING = new Set(["board", "stage", "field", "milestone", "rule", "message", "person", "aliases"]);

function placeOf(tables: Tables, problem: Problem): NamingCell | undefined {
  for (const layout of setupTabs) {
    const table = tableOf(tables, layout);
    if (table?.tab !== problem.tab) continue;
    const view = viewOf(table, layout);
    for (const [key, column] of view.columns.at) {
      const row = view.rows.find(({ at }) => cellAddress(at, column) === problem.cell);
      const names = NAMING.has(key) || (key === "pipeline" && layout.key === "pipelines");
      if (row !== undefined && !names) return { tab: table.tab, layout, view, row, key, column };
    }
  }
  return undefined;
}

function knownNames({ pipelines }: Definition, { layout, row, key }: NamingCell): readonly string[] {
  const pipeline = pipelines.find(({ name }) => nameKey(name) === nameKey(textOf(row.cells["pipeline"])));
  const dropdown = layout.columns.find((column) => column.key === key)?.dropdown;
  const things =
    pipeline === undefined ? [] : [...pipeline.stages, ...fieldsOf(pipeline), ...pipeline.messages];
  const names = [
    ...pipelines.map(({ name }) => name),
    ...things.map(({ name }) => name),
    ...(dropdown?.kind === "values" ? dropdown.values : []),
    ...activityKinds.map(wordOfActivity),
  ];
  return [...new Map(names.map((name) => [nameKey(name), name])).values()];
}

// A pipeline that was given another name on purpose is not called back row by row.
function mayStand({ key, view, row }: NamingCell, name: string): boolean {
  if (key !== "pipeline") return true;
  return view.rows.some(({ at, cells }) => at !== row.at && nameKey(textOf(cells[key])) === nameKey(name));
}

interface Respelling {
  readonly name: string;
  /** Where the misspelt words begin and end in the cell. */
  readonly start: number;
  readonly end: number;
  /** The whole text of the cell, respelt. */
  readonly text: string;
}

function overlap(one: Respelling, other: Respelling): boolean {
  return one.start < other.end && other.start < one.end;
}

// The text with the name in place of each run of words that is a slip away from it, as cells write such a name.
function respellings(text: string, name: string): readonly Respelling[] {
  const words = [...text.matchAll(/[^\s;,"{}]+/g)];
  const most = name.split(/\s+/).length + 1;
  return words.flatMap(({ index: start }, number) =>
    words.slice(number, number + most).flatMap((last) => {
      const end = last.index + last[0].length;
      if (!isNearName(text.slice(start, end), name)) return [];
      const written = new Set([name, quotedName(name), textFromList([name])]);
      return [...written].map((each) => ({
        name,
        start,
        end,
        text: text.slice(0, start) + each + text.slice(end),
      }));
    }),
  );
}
