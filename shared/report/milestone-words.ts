// Milestones as people read them: what needs attention first, and a long list cut with its rest counted.

import type { CourseStatus } from "../statistics/course.ts";
import type { MilestoneReport } from "./book-report.ts";
import { nameWords } from "./name-words.ts";
import { countWords, dayWords, numberWords } from "./number-words.ts";

const STATUSES: readonly CourseStatus[] = ["behind", "not started", "on course", "ahead", "launched"];

/**
 * Milestones with those that are behind first and the launched last; of those without a period the ones that came
 * furthest are first, else the order is kept.
 *
 * @example
 * byUrgency([{ name: "A", status: "ahead" }, { name: "B", status: "behind" }])[0].name //=> "B"
 */
export function byUrgency(milestones: readonly MilestoneReport[]): readonly MilestoneReport[] {
  const rank = ({ status }: MilestoneReport) => (status === undefined ? 3.5 : STATUSES.indexOf(status));
  const came = ({ status, score }: MilestoneReport) => (status === undefined ? score : 0);
  return [...milestones].sort((left, right) => rank(left) - rank(right) || came(right) - came(left));
}

/**
 * The milestones of records that somebody still works on.
 *
 * @example
 * openMilestones([{ name: "A", closed: true }, { name: "B" }]).map(({ name }) => name) //=> ["B"]
 */
export function openMilestones(milestones: readonly MilestoneReport[]): readonly MilestoneReport[] {
  return milestones.filter(({ closed }) => closed !== true);
}

/**
 * How many records stand how; `undefined` where no record has a status.
 *
 * @example
 * statusSentence([{ status: "behind" }, { status: "behind" }, {}], "show")
 * //=> "Of 3 shows 2 are behind, 1 has no period"
 */
export function statusSentence(milestones: readonly MilestoneReport[], noun: string): string | undefined {
  const count = (status: CourseStatus | undefined) =>
    milestones.filter((milestone) => milestone.status === status).length;
  const without = count(undefined);
  if (without === milestones.length) return undefined;
  const told = STATUSES.filter((status) => count(status) > 0).map(
    (status) => `${numberWords(count(status))} ${count(status) === 1 ? "is" : "are"} ${status}`,
  );
  if (without > 0) told.push(`${numberWords(without)} ${without === 1 ? "has" : "have"} no period`);
  return `Of ${countWords(milestones.length, noun)} ${told.join(", ")}`;
}

/**
 * How often something was put off, with whom most; `undefined` where nothing was.
 *
 * @example
 * postponedSentence([{ name: "Cy", rescheduled: 2 }, { name: "Ada" }, { name: "Ben", rescheduled: 3 }])
 * //=> "Rescheduled 5 times: Ben 3, Cy 2"
 */
export function postponedSentence(milestones: readonly MilestoneReport[]): string | undefined {
  const counts = milestones.flatMap(({ name, rescheduled: times }) =>
    times === undefined ? [] : [{ name, times }],
  );
  if (counts.length === 0) return undefined;
  const most = [...counts].sort((left, right) => right.times - left.times).slice(0, MOST_NAMED);
  const named = most.map(({ name, times }) => `${nameWords(name)} ${numberWords(times)}`);
  const rest = counts.length - most.length;
  const all = counts.reduce((sum, { times }) => sum + times, 0);
  const others = rest === 0 ? "" : `, and ${numberWords(rest)} more`;
  return `Rescheduled ${countWords(all, "time")}: ${named.join(", ")}${others}`;
}

/**
 * The score of what can be scored.
 *
 * @example
 * scoreWords({ score: 320, offer: 500 }) //=> "320 of 500"
 */
export function scoreWords(milestone: MilestoneReport): string {
  return `${numberWords(milestone.score)} of ${numberWords(milestone.offer)}`;
}

/**
 * The day on which all is done at the present pace; empty where it is unknown or done already.
 *
 * @example
 * projectedWords({ status: "behind", projected: "2027-03-12" }) //=> "12 March 2027"
 */
export function projectedWords(milestone: MilestoneReport): string {
  const { projected, status } = milestone;
  return projected === undefined || status === "launched" ? "" : dayWords(projected);
}

/** More names than this say less than their count. */
const MOST_NAMED = 3;

/**
 * What is still to be done; by name where there is no pace to look at instead.
 *
 * @example
 * openWords({ open: ["Hotel", "Rental car"] }) //=> "2 open: Hotel, Rental car"
 * openWords({ open: ["Hotel", "Rental car"], status: "behind" }) //=> "2 open"
 */
export function openWords({ open, status }: Pick<MilestoneReport, "open" | "status">): string {
  if (open.length === 0) return "";
  const isNamed = status === undefined && open.length <= MOST_NAMED;
  return `${numberWords(open.length)} open${isNamed ? `: ${open.map(nameWords).join(", ")}` : ""}`;
}
