// Tells one life by its plan: which way it takes out of each stage, what happens until then, and what is filled in
// because the next stage needs it. Now and then somebody moves a record before it is ready, and is refused; somebody
// moves the wrong row, and takes it back.

import { wordOfActivity } from "../../shared/definition/activity.ts";
import { asksField, type Condition, type Need } from "../../shared/definition/need.ts";
import { mainLineOf, type Stage } from "../../shared/definition/pipeline.ts";
import { isClosed } from "../../shared/engine/row/move-verdict.ts";
import { type Cell, textOf } from "../../shared/table/cell.ts";
import { readCell } from "../../shared/table/field-value.ts";
import type { RowCells } from "../../shared/table/layout.ts";
import { addDays, type Day } from "../../shared/value/day.ts";
import type { Happening, LifePlan, Scene, Wait, Way } from "./life-plan.ts";
import { moveOn, moverOf, stageNamed, workerOn } from "./moving.ts";
import type { Story } from "./record-story.ts";
import {
  after,
  compareTimes,
  dayCell,
  hasHappened,
  isLucky,
  laterThan,
  officeTime,
  oneOf,
  type Telling,
  type When,
  wholeNumber,
} from "./telling.ts";

const HASTE = 0.04;
/** Of those who were refused lately, the share that has left it at that. */
const GIVEN_UP = 0.5;
const RECENT_DAYS = 30;
const NOTICED = 0.93;
const SLIP = 0.006;
const LATEST_SLIP = 17 * 60;
const PLANNED = 0.6;
const ANSWERED = 0.97;
const REPLIES = new Set((["reply-yes", "reply-no", "reply-later"] as const).map(wordOfActivity));
/** Of everybody whose life might go round in circles, nobody does for longer. */
const MOST_STEPS = 40;

/** Lives on from where the story stands, until today or until it stays where it is. */
export function tellLife(telling: Telling, story: Story, plan: LifePlan): void {
  for (let step = 0; step < MOST_STEPS; step++) {
    const way = wayFrom(telling, plan.ways[story.stage().name] ?? []);
    if (way !== undefined && takeWay(telling, story, { plan, way })) continue;
    if (way?.to !== undefined) break;
    const late = lateWay(telling, story, plan);
    if (late === undefined || !takeWay(telling, story, { plan, way: late })) break;
  }
  planNextStep(telling, story, plan);
}

function wayFrom({ random }: Telling, ways: readonly Way[]): Way | undefined {
  let left = random.uniform();
  return ways.find(({ chance }) => {
    left -= chance;
    return left < 0;
  });
}

// Nearly everybody who got stuck is noticed one day, and given up or taken further.
function lateWay(telling: Telling, story: Story, { forgotten }: LifePlan): Way | undefined {
  const stage = story.stage();
  if (stage.kind !== "open" || !isLucky(telling, NOTICED)) return undefined;
  const line = mainLineOf(story.board.pipeline);
  const next = stage.onMainLine ? line[line.indexOf(stage) + 1]?.name : undefined;
  const to = forgotten?.to ?? next;
  return to === undefined || to === stage.name ? undefined : { wait: 22, chance: 1, ...forgotten, to };
}

interface OnTheWay {
  readonly plan: LifePlan;
  readonly way: Way;
}

// Whether the record is in the next stage now.
function takeWay(telling: Telling, story: Story, { plan, way }: OnTheWay): boolean {
  const entered = story.last();
  const expected = timeAfter({ telling, story, at: entered }, way.wait);
  happen(telling, story, { happenings: way.happens ?? [], from: entered, until: expected });
  if (way.to === undefined) return false;
  // A day that was moved on the way is the one that counts.
  const isFixed = typeof way.wait === "object" && "afterField" in way.wait;
  const due = isFixed ? timeAfter({ telling, story, at: entered }, way.wait) : expected;
  const ready = hasHappened(telling, due) ? getReady(telling, story, { to: way.to, at: due }) : undefined;
  if (ready === undefined) return false;
  const scene = { telling, story, at: ready };
  const cells = { ...way.cells?.(scene), ...lackingCells(scene, plan, way.to) };
  moveOn(story, ready, { to: way.to, cells });
  slip(telling, story);
  return true;
}

function happen(
  telling: Telling,
  story: Story,
  span: { readonly happenings: readonly Happening[]; readonly from: When; readonly until: When },
): void {
  const scene = { telling, story, at: span.from };
  const timed = span.happenings
    .filter(({ chance }) => isLucky(telling, chance))
    .map(({ wait, cells }) => ({ at: timeAfter(scene, wait), cells }))
    .filter(({ at }) => compareTimes(at, span.until) < 0 && hasHappened(telling, at))
    .sort((left, right) => compareTimes(left.at, right.at));
  for (const { at, cells } of timed) {
    const typed = cells({ telling, story, at });
    story.type({ at, ...workerOn(story), cells: typed });
    if (REPLIES.has(textOf(typed["log"]))) answer(telling, story);
  }
}

// Soon after a reply, as nearly all are.
function answer(telling: Telling, story: Story): void {
  const at = after(telling, story.last(), 0.4);
  if (!isLucky(telling, ANSWERED) || !hasHappened(telling, at)) return;
  const cells = { log: wordOfActivity("email-out"), log_note: "answered" };
  story.type({ at, ...workerOn(story), cells });
}

// When everything is ready for the move, what has to be logged before it included; `undefined` when not by today.
function getReady(
  telling: Telling,
  story: Story,
  move: { readonly to: string; readonly at: When },
): When | undefined {
  const to = stageNamed(story, move.to);
  let { at } = move;
  if (isLucky(telling, HASTE) && isTooEarly(story, to, at)) {
    story.type({ at, ...workerOn(story), cells: { stage: to.name } });
    if (isLucky(telling, GIVEN_UP) && addDays(at.day, RECENT_DAYS) > telling.today) return undefined;
    at = after(telling, at, 0.7);
  }
  for (const activity of activitiesLacking(story.missing(to, at))) {
    if (!hasHappened(telling, at)) return undefined;
    const note = activity === "reply-yes" ? "would like to hear more" : "";
    story.type({ at, ...workerOn(story), cells: { log: wordOfActivity(activity), log_note: note } });
    answer(telling, story);
    at = after(telling, story.last(), 0.7);
  }
  return hasHappened(telling, at) ? at : undefined;
}

function isTooEarly(story: Story, to: Stage, at: When): boolean {
  if (isClosed(story.stage())) return false;
  const isOthersWork = to.mayEnter.length > 0 && moverOf(story, to).who !== workerOn(story).who;
  return isOthersWork || story.missing(to, at).length > 0;
}

function activitiesLacking(needs: readonly Need[]): readonly Parameters<typeof wordOfActivity>[0][] {
  return needs.flatMap(({ anyOf }) => {
    const [first] = anyOf;
    return first?.test === "logged" ? [first.activity as Parameters<typeof wordOfActivity>[0]] : [];
  });
}

function lackingCells(scene: Scene, { fills }: LifePlan, to: string): RowCells {
  const cells: Record<string, Cell> = {};
  for (const { anyOf } of scene.story.missing(stageNamed(scene.story, to), scene.at)) {
    const condition = anyOf.find((each) => each.test === "is" || fillOf(fills, each) !== undefined);
    if (condition === undefined || !asksField(condition) || condition.field in cells) continue;
    cells[condition.field] =
      condition.test === "is" ? condition.value : (fillOf(fills, condition)?.(scene) ?? null);
  }
  return cells;
}

function fillOf(fills: LifePlan["fills"], condition: Condition): ((scene: Scene) => Cell) | undefined {
  return !asksField(condition) || condition.test === "empty" ? undefined : fills[condition.field];
}

// Somebody moves the wrong row, takes the move back, and the right hand does it again.
function slip(telling: Telling, story: Story): void {
  const stage = story.stage();
  if (stage.kind !== "open" || !isLucky(telling, SLIP)) return;
  const at = laterThan(story.last(), 20);
  if (!hasHappened(telling, at) || at.minute > LATEST_SLIP) return;
  const undo = { log: wordOfActivity("undo"), log_note: "that was the wrong row" };
  story.type({ at, ...workerOn(story), cells: undo });
  moveOn(story, laterThan(at, 40), { to: stage.name });
}

// What has to happen next, on a day that most people keep.
function planNextStep(telling: Telling, story: Story, plan: LifePlan): void {
  const { kind } = story.stage();
  if ((kind !== "open" && kind !== "parked") || !isLucky(telling, PLANNED)) return;
  const day = officeTime(telling, addDays(story.last().day, wholeNumber(telling, 4, 30))).day;
  const soon = officeTime(telling, addDays(telling.today, wholeNumber(telling, -4, 12))).day;
  const isForgotten = isLucky(telling, 0.12);
  story.type({
    at: story.last(),
    ...workerOn(story),
    cells: {
      next_step: oneOf(telling, plan.nextSteps),
      next_step_on: dayCell(isForgotten || day > telling.today ? day : soon),
    },
  });
}

function timeAfter({ telling, story, at }: Scene, wait: Wait): When {
  if (typeof wait === "number") return after(telling, at, wait);
  const from = "afterField" in wait ? dayIn(story, wait.afterField) : at.day;
  const due = from === undefined ? undefined : officeTime(telling, addDays(from, wait.calendarDays));
  return due === undefined || compareTimes(due, at) < 0 ? after(telling, at, 0.7) : due;
}

function dayIn(story: Story, field: string): Day | undefined {
  const { value } = readCell(story.cells()[field] ?? null, { type: "day" });
  return typeof value === "string" ? (value as Day) : undefined;
}
