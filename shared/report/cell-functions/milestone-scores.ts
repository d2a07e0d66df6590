// MILESTONE_SCORES: what every record has earned, with the numbers of the report. What a milestone asks for in a field
// cannot be seen here, and need not be: once it was reached, the history says so.

import type { Milestone, Pipeline } from "../../definition/pipeline.ts";
import { milestoneFromCells, milestonesTab } from "../../definition/setup/milestones-tab.ts";
import { openTab } from "../../definition/setup/opened-tab.ts";
import { rowId, setupReader } from "../../definition/setup/setup-reader.ts";
import { achievementsOf } from "../../log/achievements.ts";
import { replay } from "../../log/replay.ts";
import { milestones } from "../../metrics/milestones.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import { readCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { rounded } from "../rounded.ts";
import { type BoardInCells, pathsInCells } from "./board-in-cells.ts";
import { type CellRange, rangeTable } from "./cell-range.ts";

export interface MilestonesInCells extends BoardInCells {
  /** Milestones!A:E. */
  readonly milestones: CellRange;
}

/**
 * A row for each record that is here, below a row of headers.
 *
 * @throws {StagelineError} `usage`, with one sentence on what has to be given instead
 * @example
 * milestoneScores({ ...fixtures.boardInCells, milestones: [["Pipeline", "Milestone", "Points"], ["Offers", "Offered", 10]] })[1]
 * //=> ["rada", "Ada", 0, 10, "Offered"]
 */
export function milestoneScores(given: MilestonesInCells): CellRange {
  const { pipeline, paths, entries, asOf } = pathsInCells(given);
  const scored = { ...pipeline, milestones: milestonesIn(given.milestones, pipeline) };
  const achieved = { logged: achievementsOf(entries, asOf), periods: new Map() };
  const states = replay(entries);
  const nameOf = new Map(scored.milestones.map(({ id, name }) => [id, name]));
  return [
    ["Record", "Name", "Score", "Of", "Still open"],
    ...milestones(scored, paths, achieved)
      .map(rounded)
      .map(({ record, score, offer, open }) => [
        ...[record, states.get(record)?.name ?? "", score, offer],
        open.map((id) => nameOf.get(id) ?? id).join(", "),
      ]),
  ];
}

function milestonesIn(range: CellRange, pipeline: Pipeline): readonly Milestone[] {
  const reader = setupReader([rangeTable(milestonesTab.tab, range)]);
  const tab = openTab(reader, milestonesTab);
  for (const key of ["pipeline", "milestone", "points"]) {
    if (tab?.view.columns.at.has(key) === true) continue;
    const header = milestonesTab.columns.find((column) => column.key === key)?.header ?? key;
    const message = `the range of Milestones lacks the column "${header}"; give it with its header row: Milestones!A:E`;
    throw new StagelineError("usage", message);
  }
  return (tab?.rows ?? [])
    .filter(({ cells }) => nameKey(textOf(cells["pipeline"])) === nameKey(pipeline.name))
    .map((row) => {
      const name = textOf(row.cells["milestone"]);
      const id = tab === undefined ? "" : rowId(reader, { tab, row }, { name, scope: pipeline.name });
      return milestoneOf(row.cells, { id, name, pipeline });
    });
}

function milestoneOf(
  cells: RowCells,
  known: { readonly id: string; readonly name: string; readonly pipeline: Pipeline },
): Milestone {
  const { id, name, pipeline } = known;
  const { milestone } = milestoneFromCells(cells, { stages: pipeline.stages, fields: [] });
  if (milestone !== undefined) return { ...milestone, id };
  const points = readCell(cells["points"] ?? null, { type: "number" }).value;
  const asLogged = { by: "activity", activity: "" } as const;
  return { id, name, points: typeof points === "number" ? points : 1, reachedWhen: asLogged };
}
