// What each person holds and did, by the owners that the rows name now; what nobody owns is told as one. It is for
// who looks after the whole: what is overdue, untouched and unanswered, per person.

import type { Pipeline } from "../definition/pipeline.ts";
import type { Paths } from "../log/paths.ts";
import { type AnswerWait, answers } from "../metrics/answers.ts";
import { type Flow, flowsByGroup } from "../metrics/flows.ts";
import { addDays } from "../value/day.ts";
import type { BoardState, Held } from "./board-state.ts";
import { LOOKS_AHEAD_DAYS } from "./future-report.ts";
import type { FlowReport } from "./past-report.ts";
import type { RecordRow } from "./record-row.ts";
import { rounded } from "./rounded.ts";

export interface PersonReport {
  /** Name of the owner; empty for what nobody owns. */
  readonly person: string;
  readonly open: number;
  /** Records whose limit or next step lies in the past. */
  readonly overdue: number;
  /** Next steps from today up to the last day that the future looks ahead to. */
  readonly due: number;
  /** Records that went stale: nobody was in touch for longer than their stage allows. */
  readonly untouched: number;
  readonly unanswered: number;
  /** In the shortest period of `past`. */
  readonly movedOn: number;
  /** In the longest period of `past`. */
  readonly won: number;
  readonly lost: number;
  /** Of the replies that came in the longest period of `past`; absent where none came. */
  readonly answers?: AnswersReport;
}

/** How often and how fast replies were answered. */
export interface AnswersReport {
  readonly unit: "working hours";
  readonly replies: number;
  readonly answered: number;
  /** By then half are answered; absent while it is not known. */
  readonly median?: number;
}

/** The board and its rows, by record id. */
export interface PeopleOnBoard {
  readonly pipeline: Pipeline;
  readonly paths: Paths;
  readonly rows: ReadonlyMap<string, RecordRow>;
  readonly state: BoardState;
  /** How long each reply waited; absent: nothing is told of answers. */
  readonly waits?: readonly AnswerWait[];
}

/**
 * One report for each owner with something to tell, the one with most open records first and nobody last; none
 * where no row names an owner.
 *
 * @example
 * peopleReports(fixtures.peopleOnBoard, []).map(({ person, open }) => [person, open]) //=> [["Bo", 1]]
 */
export function peopleReports(board: PeopleOnBoard, past: readonly FlowReport[]): readonly PersonReport[] {
  const { paths, rows, state } = board;
  const owners = paths.recordIds.map((record) => rows.get(record)?.owner ?? "");
  const names = [...new Set(owners)];
  if (names.every((name) => name === "")) return [];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const group = Int32Array.from(owners, (owner) => numbers.get(owner) ?? -1);
  const lately = flowsIn(board, past[0], { group, groups: names.length });
  const longer = flowsIn(board, past[past.length - 1], { group, groups: names.length });
  const heldBy = names.map((): Held[] => []);
  for (const one of state.held) heldBy[numbers.get(one.row.owner) ?? -1]?.push(one);
  const waitsOf = names.map((): AnswerWait[] => []);
  for (const wait of board.waits ?? [])
    waitsOf[numbers.get(rows.get(wait.record)?.owner ?? "") ?? -1]?.push(wait);
  const reports = names.map((person, number): PersonReport => {
    const { won = 0, lost = 0 } = longer[number] ?? {};
    const told = answersReport(waitsOf[number] ?? [], past);
    return {
      person,
      ...holdings(state, heldBy[number] ?? []),
      movedOn: lately[number]?.movedOn ?? 0,
      won,
      lost,
      ...(told === undefined ? {} : { answers: told }),
    };
  });
  return reports.filter(hasSomething).sort(byOpen);
}

/**
 * What the waits of the longest period come to; `undefined` where no reply came in it.
 *
 * @example
 * answersReport([{ record: "r1", sinceWallMs: 0, hours: 5.25, isAnswered: true }], [{ from: parseDay("1970-01-01"), days: 90 }])
 * //=> { unit: "working hours", replies: 1, answered: 1, median: 5.25 }
 */
export function answersReport(
  waits: readonly AnswerWait[],
  past: readonly Pick<FlowReport, "from" | "days">[],
): AnswersReport | undefined {
  const longest = past[past.length - 1];
  if (longest === undefined) return undefined;
  const { from, days } = longest;
  const { replies, answered, medianHours } = answers(waits, { from, to: addDays(from, days) });
  return replies === 0
    ? undefined
    : { unit: "working hours", replies, answered, ...rounded({ median: medianHours }) };
}

function flowsIn(
  { pipeline, paths }: PeopleOnBoard,
  period: FlowReport | undefined,
  groups: { readonly group: Int32Array; readonly groups: number },
): readonly Flow[] {
  if (period === undefined) return [];
  const { from, days } = period;
  return flowsByGroup(pipeline, paths, { ...groups, from, to: addDays(from, days) });
}

function holdings({ today }: BoardState, held: readonly Held[]) {
  const until = addDays(today, LOOKS_AHEAD_DAYS);
  const count = (isMeant: (one: Held) => boolean) => held.filter(isMeant).length;
  return {
    open: count(({ stage }) => stage.kind === "open"),
    overdue: count(({ overDays, row }) => overDays > 0 || (row.nextStepOn ?? today) < today),
    due: count(({ row }) => (row.nextStepOn ?? "") >= today && (row.nextStepOn ?? today) <= until),
    untouched: count(({ isStale }) => isStale),
    unanswered: count(({ unansweredSince }) => unansweredSince !== undefined),
  };
}

function hasSomething({ person, answers: told, ...counts }: PersonReport): boolean {
  return told !== undefined || Object.values(counts).some((count) => count > 0);
}

function byOpen(left: PersonReport, right: PersonReport): number {
  return Number(left.person === "") - Number(right.person === "") || right.open - left.open;
}
