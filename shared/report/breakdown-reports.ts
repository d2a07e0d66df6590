// Outcomes and mix by the value of a field, such as its owner: by what the records hold now, not by what they
// held when they moved. A removed record holds nothing, so it is in no group.

import type { Pipeline } from "../definition/pipeline.ts";
import { ENDS_HERE, type Paths, stageNow } from "../log/paths.ts";
import type { Period } from "../log/period.ts";
import { outcomesByGroup } from "../metrics/outcomes.ts";
import type { BreakdownReport } from "./book-report.ts";
import { rounded } from "./rounded.ts";

export interface Breakdown {
  /** Name of the field. */
  readonly field: string;
  /** Record id → the text that it holds now; none is an empty text. */
  readonly values: ReadonlyMap<string, string>;
}

export interface BreakdownOptions extends Period {
  readonly breakdown: Breakdown;
}

/**
 * One report for each value, in the order of the values' letters; the empty one first.
 *
 * @example
 * const owners = { field: "Owner", values: new Map([["ada", "Robin"]]) };
 * breakdownReports(fixtures.offers, fixtures.paths("ada: Lead Won"), { breakdown: owners })[0]?.outcomes.won //=> 1
 */
export function breakdownReports(
  pipeline: Pipeline,
  paths: Paths,
  { breakdown, ...period }: BreakdownOptions,
): readonly BreakdownReport[] {
  const { field, values } = breakdown;
  const held = paths.recordIds.map((id, record) =>
    paths.ending[record] === ENDS_HERE ? (values.get(id) ?? "") : undefined,
  );
  const names = [...new Set(held.filter((value) => value !== undefined))].sort();
  const numbers = new Map(names.map((name, number) => [name, number]));
  const group = Int32Array.from(held, (value) => (value === undefined ? -1 : (numbers.get(value) ?? -1)));
  const outcomes = outcomesByGroup(pipeline, paths, { ...period, group, groups: names.length });
  const sizes = new Int32Array(names.length);
  for (const number of group) if (number >= 0) sizes[number] = (sizes[number] ?? 0) + 1;
  const mixes = mixesOf(pipeline, paths, { group, groups: names.length });
  return names.map((value, number) => ({
    field,
    value,
    records: sizes[number] ?? 0,
    outcomes: rounded(outcomes[number] ?? { won: 0, lost: 0 }),
    now: mixes[number] ?? [],
  }));
}

interface Groups {
  /** By record number: its group, from 0, or a negative number. */
  readonly group: Int32Array;
  readonly groups: number;
}

function mixesOf(
  { stages }: Pipeline,
  paths: Paths,
  { group, groups }: Groups,
): readonly BreakdownReport["now"][] {
  const width = paths.stageIds.length;
  const counts = new Int32Array(groups * width);
  group.forEach((number, record) => {
    const stage = stageNow(paths, record);
    if (number >= 0 && stage >= 0) counts[number * width + stage] = (counts[number * width + stage] ?? 0) + 1;
  });
  const numbers = new Map(paths.stageIds.map((id, number) => [id, number]));
  return Array.from({ length: groups }, (_, number) =>
    stages.flatMap(({ id, name }) => {
      const count = counts[number * width + (numbers.get(id) ?? 0)] ?? 0;
      return count === 0 ? [] : [{ stage: name, count }];
    }),
  );
}
