// What each rep brings forth in a week: the records that they moved out of the bins in which they work, by the bin in
// which these came to lie, and how predictable that is. What a rule moved is nobody's output. It is told by who moved
// the record; where nobody knows that, by its present owner.

import type { Pipeline } from "../definition/pipeline.ts";
import type { Entry } from "../log/entry.ts";
import { type Period, windowOf } from "../log/period.ts";
import { settledEntries } from "../log/settled-entries.ts";
import { naturalLimits } from "../statistics/natural-limits.ts";
import { nameKey } from "../table/cell.ts";
import { addDays, type Day, dayNumber } from "../value/day.ts";
import { dayOf, type Moment, wallMs } from "../value/moment.ts";
import { mondayOf, type Week, weekOf } from "../value/week.ts";

/** How much came forth, and how evenly. */
export interface Output {
  /** Moves in the period. */
  readonly moved: number;
  /** Per week, of the weeks that are complete; absent while none is. */
  readonly mean?: number;
  /** Natural limits of a week; absent while there are too few weeks. The lower one is 0 at least. */
  readonly low?: number;
  readonly high?: number;
}

export interface RepOutput extends Output {
  /** Empty where nobody is known. */
  readonly rep: string;
  /** Complete weeks from the rep's first move on, those without output too. */
  readonly weeks: readonly WeekOutput[];
  /** By stage id, in the order of the pipeline; those with output. */
  readonly bins: readonly (Output & { readonly stage: string })[];
}

export interface WeekOutput {
  readonly week: Week;
  readonly moved: number;
}

export interface OutputOptions extends Period {
  readonly asOf: Moment;
  /** Record id → its present owner. */
  readonly owners: ReadonlyMap<string, string>;
}

/** As the history writes it where nobody knows who acted. */
const UNKNOWN = "unknown";

const DAY_MS = 86_400_000;
/** The end of a day is told as its last second. */
const LAST_SECOND_MS = 1000;

/**
 * The outputs of a pipeline whose stages stand in groups, the most first; none where they do not. Who works in the
 * group of the first stage brings forth what comes to lie in the others. `entries` are all of one board's, in any
 * order. Unit: moves.
 *
 * Source: METRICS, "Stage goals" (house rule); Wheeler (1993), "Understanding Variation".
 *
 * @example
 * weeklyOutputs(fixtures.offers, [], { asOf: fixtures.asOf, owners: new Map() }) //=> []
 */
export function weeklyOutputs(
  pipeline: Pipeline,
  entries: Iterable<Entry>,
  options: OutputOptions,
): readonly RepOutput[] {
  const bins = outputBins(pipeline);
  if (bins.size === 0) return [];
  const moves = movesByRep(entries, { ...options, bins });
  return [...moves.values()]
    .map((own) => outputOf(own, { bins, options }))
    .filter(({ moved }) => moved > 0)
    .sort((left, right) => Number(left.rep === "") - Number(right.rep === "") || right.moved - left.moved);
}

/** Ids of the stages outside of the group in which records begin. */
function outputBins({ stages }: Pipeline): ReadonlySet<string> {
  const worked = stages[0]?.group;
  const bins = stages.filter(({ group }) => group !== undefined && group !== worked);
  return new Set(worked === undefined ? [] : bins.map(({ id }) => id));
}

interface RepMoves {
  readonly rep: string;
  readonly days: Day[];
  readonly outputs: { readonly day: Day; readonly stage: string }[];
}

function movesByRep(
  entries: Iterable<Entry>,
  { asOf, owners, bins, ...period }: OutputOptions & { readonly bins: ReadonlySet<string> },
): ReadonlyMap<string, RepMoves> {
  const { startWallMs, endWallMs } = windowOf(period);
  const byRep = new Map<string, RepMoves>();
  const seen = new Set<string>();
  for (const entry of settledEntries(entries, { isWanted: (kind) => kind === "moved", asOf })) {
    const at = wallMs(entry.at);
    if (entry.knownBy === "rule" || at < startWallMs || at >= endWallMs || seen.has(entry.id)) continue;
    if (entry.id !== "") seen.add(entry.id);
    const rep = entry.who === UNKNOWN ? (owners.get(entry.record) ?? "") : entry.who;
    const own = byRep.get(nameKey(rep)) ?? { rep, days: [], outputs: [] };
    const [from, to] = [entry.from ?? "", entry.to ?? ""];
    own.days.push(dayOf(entry.at));
    if (bins.has(to) && !bins.has(from)) own.outputs.push({ day: dayOf(entry.at), stage: to });
    byRep.set(nameKey(rep), own);
  }
  return byRep;
}

function outputOf(
  { rep, days, outputs }: RepMoves,
  { bins, options }: { readonly bins: ReadonlySet<string>; readonly options: OutputOptions },
): RepOutput {
  const today = dayOf(options.asOf);
  const mondays = completeWeeks(days, options);
  const perWeek = (meant: RepMoves["outputs"]) => {
    const counts = new Map<Day, number>();
    for (const { day } of meant) counts.set(mondayOf(day), (counts.get(mondayOf(day)) ?? 0) + 1);
    return mondays.map((monday) => counts.get(monday) ?? 0);
  };
  return {
    rep,
    ...told(outputs, perWeek(outputs)),
    weeks: perWeek(outputs).map((moved, at) => ({
      week: weekOf(addDays(mondays[0] ?? today, 7 * at)),
      moved,
    })),
    bins: [...bins].flatMap((stage) => {
      const own = outputs.filter((output) => output.stage === stage);
      return own.length === 0 ? [] : [{ stage, ...told(own, perWeek(own)) }];
    }),
  };
}

function told(outputs: RepMoves["outputs"], weeks: readonly number[]): Output {
  const limits = naturalLimits(weeks);
  const mean = weeks.reduce((sum, count) => sum + count, 0) / weeks.length;
  return {
    moved: outputs.length,
    ...(weeks.length === 0 ? {} : { mean }),
    ...(limits === undefined ? {} : { low: Math.max(0, limits.low), high: limits.high }),
  };
}

// The Mondays of the weeks that lie wholly in the period and are over by as of, from the first move on.
function completeWeeks(days: readonly Day[], { asOf, from, to }: OutputOptions): readonly Day[] {
  const [first = dayOf(asOf)] = [...days].sort();
  const start = from !== undefined && mondayOf(first) < from ? addDays(mondayOf(first), 7) : mondayOf(first);
  const overMs = wallMs(asOf) + LAST_SECOND_MS;
  const isOver = (monday: Day) => {
    const next = addDays(monday, 7);
    return dayNumber(next) * DAY_MS <= overMs && (to === undefined || next <= to);
  };
  const mondays: Day[] = [];
  for (let monday = start; isOver(monday); monday = addDays(monday, 7)) mondays.push(monday);
  return mondays;
}
