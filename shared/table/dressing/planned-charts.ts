// Which charts of a tab are drawn, changed or taken away, so that it has those that are wanted. What stands as it was
// drawn is left alone: the size that a person gave it, the place that a person moved it to, and whatever people drew
// themselves. A chart that a person deleted stays away, unless somebody asks for all of them again.

import { hashOf } from "../../value/hash.ts";
import type { DrawnChart } from "./drawn-body.ts";
import type { KeptChart } from "./kept-charts.ts";

/** A chart that is on the tab, whosever it is: its corner in a row from 1 and a column from 0. */
export interface StandingChart {
  readonly id: number;
  readonly title: string;
  readonly row: number;
  readonly column: number;
}

export interface ChangedChart<Standing extends StandingChart> {
  readonly chart: DrawnChart;
  readonly standing: Standing;
  /** Whether it goes to its new place, or stays where a person put it. */
  readonly goes: "to its place" | "nowhere";
}

export interface ChartPlan<Standing extends StandingChart> {
  readonly added: readonly DrawnChart[];
  readonly changed: readonly ChangedChart<Standing>[];
  readonly removed: readonly Standing[];
  /** What is known then; of an added chart, not its id. */
  readonly kept: readonly KeptChart[];
}

export interface ChartWishes {
  readonly charts: readonly DrawnChart[];
  readonly kept: readonly KeptChart[];
  /** Whether what people deleted stays away. */
  readonly deleted: "drawn again" | "left away";
}

/**
 * Whether nothing is to be done, as far as is known without a look at the tab.
 *
 * @example
 * isAsKept({ charts: [], kept: [], deleted: "left away" }) //=> true
 */
export function isAsKept({ charts, kept, deleted }: ChartWishes): boolean {
  if (deleted === "drawn again" || charts.length !== kept.length) return charts.length + kept.length === 0;
  return charts.every((chart) => {
    const known = kept.find(({ key }) => key === chart.key);
    return known !== undefined && known.id > 0 && isSame(known, chart);
  });
}

/**
 * What has to be done on a tab with these charts.
 *
 * @example
 * plannedCharts({ charts: [], kept: [], deleted: "left away" }, [{ id: 7, title: "Mine", row: 1, column: 0 }]).removed
 * //=> []
 */
export function plannedCharts<Standing extends StandingChart>(
  wishes: ChartWishes,
  standing: readonly Standing[],
): ChartPlan<Standing> {
  const found = foundCharts(wishes, standing);
  const wanted = new Set(wishes.charts.map(({ key }) => key));
  const added: DrawnChart[] = [];
  const changed: ChangedChart<Standing>[] = [];
  const kept = wishes.charts.map((chart): KeptChart => {
    const known = wishes.kept.find(({ key }) => key === chart.key);
    const there = found.get(chart.key);
    if (there === undefined) {
      if (known !== undefined && known.id > 0 && wishes.deleted === "left away") {
        return { ...keptAs(chart), id: known.id };
      }
      added.push(chart);
      return keptAs(chart);
    }
    const isMoved = known !== undefined && (there.row !== known.row || there.column !== known.column);
    if (known === undefined || !isSame(known, chart)) {
      changed.push({ chart, standing: there, goes: isMoved ? "nowhere" : "to its place" });
    }
    return { ...keptAs(chart), id: there.id };
  });
  const removed = wishes.kept.flatMap(({ key, id }) =>
    wanted.has(key) ? [] : standing.filter((each) => each.id === id),
  );
  return { added, changed, removed, kept };
}

/**
 * What is known when the ids of the added charts are: they are the charts that were not there before, by their titles.
 *
 * @example
 * const kept = [{ key: "stages", id: 0, print: "h1", row: 3, column: 5 }];
 * const now = [{ id: 7, title: "Stages", row: 3, column: 5 }];
 * keptWithIds({ added: [{ key: "stages", title: "Stages" }], kept }, [], now)[0].id //=> 7
 */
export function keptWithIds(
  { added, kept }: Pick<ChartPlan<StandingChart>, "kept"> & { readonly added: readonly NamedChart[] },
  before: readonly StandingChart[],
  now: readonly StandingChart[],
): readonly KeptChart[] {
  const fresh = now.filter(({ id }) => !before.some((each) => each.id === id));
  return kept.map((each) => {
    const title = each.id === 0 ? added.find(({ key }) => key === each.key)?.title : undefined;
    const found = title === undefined ? undefined : titledChart(fresh, { ...each, title });
    if (found === undefined) return each;
    fresh.splice(fresh.indexOf(found), 1);
    return { ...each, id: found.id };
  });
}

type NamedChart = Pick<DrawnChart, "key" | "title">;

// By its id; where nothing has that id (a copy of the file, a run that was cut short), or no chart of the tab was ever
// noted, the first with its title that is no other's.
function foundCharts<Standing extends StandingChart>(
  { charts, kept }: ChartWishes,
  standing: readonly Standing[],
): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>();
  for (const { key, id } of kept) {
    const there = standing.find((each) => each.id === id);
    if (there !== undefined) found.set(key, there);
  }
  for (const { key, title, anchor } of charts) {
    const isOld = kept.length === 0 || kept.some((each) => each.key === key);
    if (found.has(key) || !isOld) continue;
    const taken = new Set([...found.values()]);
    const free = standing.filter((each) => !taken.has(each));
    const there = titledChart(free, { ...(kept.find((each) => each.key === key) ?? anchor), title });
    if (there !== undefined) found.set(key, there);
  }
  return found;
}

// Charts of several boards may have one title: then the one that stands in its place.
function titledChart<Standing extends StandingChart>(
  charts: readonly Standing[],
  { title, row, column }: Pick<StandingChart, "title" | "row" | "column">,
): Standing | undefined {
  const titled = charts.filter((each) => each.title === title);
  return titled.find((each) => each.row === row && each.column === column) ?? titled[0];
}

function keptAs(chart: DrawnChart): KeptChart {
  return { key: chart.key, id: 0, print: printOf(chart), ...chart.anchor };
}

function isSame(known: KeptChart, chart: DrawnChart): boolean {
  const { row, column } = chart.anchor;
  return known.print === printOf(chart) && known.row === row && known.column === column;
}

// The size counts once, when the chart is drawn: later it is people's.
function printOf({ kind, isStacked, title, firstRow, lastRow, labels, series }: DrawnChart): string {
  const drawn = [kind, isStacked === true, title, firstRow, lastRow, labels, series];
  return hashOf("c", [JSON.stringify(drawn)]);
}
