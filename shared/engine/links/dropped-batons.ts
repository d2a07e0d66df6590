// Hand-overs that nobody took up: a record that a rule made on another board and whose row is gone, or that lies there
// untouched for longer than its stage allows. They are told to whoever handed over and to whoever should have taken it.
// What was made stays so as long as nothing else of that kind is open for the record, and it is not done with.

import { isActivityKind } from "../../definition/activity.ts";
import type { Definition, Pipeline, Stage } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import { groupedEntries } from "../../log/grouped-entries.ts";
import { survivorsOf } from "../../log/merged-histories.ts";
import { type RecordState, replay } from "../../log/replay.ts";
import { compareMoments, dayOf, type Moment } from "../../value/moment.ts";
import { workingDaysBetween } from "../../value/working-calendar.ts";
import { calendarOf } from "../run.ts";
import { type Tie, tiesOf } from "./record-ties.ts";

export interface DroppedBaton {
  /** Board id and record of the one that was handed over from. */
  readonly board: string;
  readonly record: string;
  readonly name: string;
  /** Id of its stage. */
  readonly stage: string;
  /** What it became. */
  readonly to: { readonly board: string; readonly record: string; readonly name: string };
  readonly why: "gone" | "untouched";
  /** Since its row is gone, or since it was handed over. */
  readonly since: Moment;
  /** Working days since then. */
  readonly days: number;
}

/** Working days that a record may lie untouched where its stage sets no limit (house rule). */
const MOST_UNTOUCHED_DAYS = 2;

/**
 * The hand-overs that nobody took up by `asOf`, the longest waiting first; `entries` are all of the book.
 *
 * @example
 * droppedBatons([fixtures.entry], { definition: fixtures.book, asOf: fixtures.asOf }) //=> []
 */
export function droppedBatons(
  entries: readonly Entry[],
  { definition, asOf }: { readonly definition: Definition; readonly asOf: Moment },
): readonly DroppedBaton[] {
  const known = entries.filter(({ at }) => compareMoments(at, asOf) <= 0);
  const handed = handOvers(known);
  if (handed.length === 0) return [];
  const records = new Set(handed.flatMap(({ record, ties }) => [record, ...ties.map((tie) => tie.record)]));
  const told = groupedEntries(
    known.filter(({ record }) => records.has(record)),
    "record",
  );
  const book = { definition, asOf, told, survivors: survivorsOf(known, asOf) };
  return handed
    .flatMap(({ record, ties }) => batonsOf(book, { record, ties }))
    .sort((left, right) => right.days - left.days);
}

interface HandOver {
  readonly record: string;
  readonly ties: readonly Tie[];
}

interface BatonBook {
  readonly definition: Definition;
  readonly asOf: Moment;
  /** Record id → its entries on all boards. */
  readonly told: ReadonlyMap<string, readonly Entry[]>;
  readonly survivors: ReturnType<typeof survivorsOf>;
}

// Records from which a rule made another, with all that they lead to.
function handOvers(entries: readonly Entry[]): readonly HandOver[] {
  const linked = entries.filter(({ kind }) => kind === "linked");
  return [...groupedEntries(linked, "record")].flatMap(([record, own]): readonly HandOver[] => {
    const ties = tiesOf(own).filter(({ way }) => way !== "from");
    return ties.some(isHandOver) ? [{ record, ties }] : [];
  });
}

function isHandOver({ way, rule }: Tie): boolean {
  return way === "to" && rule !== undefined;
}

function batonsOf(book: BatonBook, { record, ties }: HandOver): readonly DroppedBaton[] {
  const from = standingOf(book, record);
  if (from === undefined || from.stage.kind === "lost" || from.stage.kind === "avoid") return [];
  return ties.filter(isHandOver).flatMap((tie): readonly DroppedBaton[] => {
    if (book.survivors.has(tie.record)) return [];
    const others = ties.filter((other) => other.record !== tie.record && other.board === tie.board);
    const dropped = others.some((other) => standingOf(book, other.record) !== undefined)
      ? undefined
      : droppedAs(book, tie, from.state);
    if (dropped === undefined) return [];
    const { name, pipeline, ...rest } = dropped;
    const days = workingDaysBetween(
      calendarOf(book.definition, pipeline),
      dayOf(rest.since),
      dayOf(book.asOf),
    );
    const { state } = from;
    const own = { board: state.board, record, name: state.name, stage: state.now.stage };
    return [{ ...own, to: { board: tie.board, record: tie.record, name }, ...rest, days }];
  });
}

interface Dropped extends Pick<DroppedBaton, "why" | "since"> {
  readonly name: string;
  readonly pipeline: Pipeline;
}

function droppedAs(book: BatonBook, tie: Tie, from: RecordState): Dropped | undefined {
  const entries = book.told.get(tie.record) ?? [];
  const standing = standingOf(book, tie.record);
  if (standing === undefined) return goneAs(book, { tie, entries, from });
  const { state, stage, pipeline } = standing;
  if (stage.kind !== "open" || state.visits.length > 1 || entries.some(isTaken)) return undefined;
  const calendar = calendarOf(book.definition, pipeline);
  const days = workingDaysBetween(calendar, dayOf(tie.at), dayOf(book.asOf));
  if (days <= (stage.limitDays ?? MOST_UNTOUCHED_DAYS)) return undefined;
  return { why: "untouched", since: tie.at, name: state.name, pipeline };
}

// Whoever moved the record on since has seen to it.
function goneAs(
  { definition, told }: BatonBook,
  lost: { readonly tie: Tie; readonly entries: readonly Entry[]; readonly from: RecordState },
): Dropped | undefined {
  const { tie, entries, from } = lost;
  const [state] = statesOf(told.get(tie.record) ?? []).filter(({ board }) => board === tie.board);
  const pipeline = pipelineOn(definition, tie.board);
  const kind = pipeline?.stages.find(({ id }) => id === state?.now.stage)?.kind;
  const removals = entries.filter((entry) => entry.kind === "removed").map(({ at }) => at);
  const since = [...removals].sort(compareMoments)[removals.length - 1];
  if (state === undefined || pipeline === undefined || since === undefined) return undefined;
  if (kind === "won" || kind === "lost" || compareMoments(from.now.at, since) > 0) return undefined;
  return { why: "gone", since, name: state.name, pipeline };
}

// What somebody does who takes it up. The first entry, and what rules do, is none of it.
function isTaken({ kind, knownBy }: Entry): boolean {
  if (knownBy === "rule") return false;
  return isActivityKind(kind) || kind === "moved" || kind === "hand-over" || kind === "field";
}

interface Standing {
  readonly state: RecordState;
  readonly stage: Stage;
  readonly pipeline: Pipeline;
}

function standingOf({ definition, told }: BatonBook, record: string): Standing | undefined {
  const state = statesOf(told.get(record) ?? []).find(({ removed }) => !removed);
  const pipeline = state === undefined ? undefined : pipelineOn(definition, state.board);
  const stage = pipeline?.stages.find(({ id }) => id === state?.now.stage);
  return state === undefined || pipeline === undefined || stage === undefined
    ? undefined
    : { state, stage, pipeline };
}

// Where a record stands, by the history of each board that knows it.
function statesOf(entries: readonly Entry[]): readonly RecordState[] {
  return [...groupedEntries(entries, "board").values()].flatMap((own) => [...replay(own).values()]);
}

function pipelineOn({ boards, pipelines }: Definition, board: string): Pipeline | undefined {
  const id = boards.find((each) => each.id === board)?.pipeline;
  return pipelines.find((pipeline) => pipeline.id === id);
}
