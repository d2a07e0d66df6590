// What each person holds and did, by the owners that the rows name now; what nobody owns is told as one. It is for
// who looks after the whole: what is overdue, untouched and unanswered, per person.

import type { Pipeline } from "../definition/pipeline.ts";
import type { Paths } from "../log/paths.ts";
import { type Flow, flowsByGroup } from "../metrics/flows.ts";
import { addDays } from "../value/day.ts";
import type { BoardState, Held } from "./board-state.ts";
import { LOOKS_AHEAD_DAYS } from "./future-report.ts";
import type { FlowReport } from "./past-report.ts";
import type { RecordRow } from "./record-row.ts";

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
}

/** The board and its rows, by record id. */
export interface PeopleOnBoard {
  readonly pipeline: Pipeline;
  readonly paths: Paths;
  readonly rows: ReadonlyMap<string, RecordRow>;
  readonly state: BoardState;
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
  const reports = names.map((person, number): PersonReport => {
    const { won = 0, lost = 0 } = longer[number] ?? {};
    return {
      person,
      ...holdings(state, heldBy[number] ?? []),
      movedOn: lately[number]?.movedOn ?? 0,
      won,
      lost,
    };
  });
  return reports.filter(hasSomething).sort(byOpen);
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

function hasSomething({ person, ...counts }: PersonReport): boolean {
  return Object.values(counts).some((count) => count > 0);
}

function byOpen(left: PersonReport, right: PersonReport): number {
  return Number(left.person === "") - Number(right.person === "") || right.open - left.open;
}
