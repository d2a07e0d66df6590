// One click answers a reply for now: "received, I will get back to you". The message goes by the Outbox like any other;
// who asked for it has looked at it, so that it waits for nobody. What was promised becomes the next step of the record,
// unless somebody planned one: else the promise would be forgotten as soon as the reply counts as answered. Of a record
// that nobody owns it is the promise of who gave it, who owns it from then on.

import { personNamed } from "../../definition/absence.ts";
import { ownerField } from "../../definition/standard-field.ts";
import type { Entry } from "../../log/entry.ts";
import { readLog } from "../../log/log-tab.ts";
import { type RecordState, replay } from "../../log/replay.ts";
import { touchesOf } from "../../log/touches.ts";
import { applyChanges } from "../../table/apply-changes.ts";
import { isBlank } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import type { RowCells } from "../../table/layout.ts";
import { quoted } from "../../table/shown-cell.ts";
import type { Tables } from "../../table/table.ts";
import { serialFromDay } from "../../value/day.ts";
import { hashOf } from "../../value/hash.ts";
import { dayOf, type Moment } from "../../value/moment.ts";
import { StagelineError } from "../../value/stageline-error.ts";
import { addWorkingDays } from "../../value/working-calendar.ts";
import { refuseStopped } from "../acts/refused-act.ts";
import { historyChanges } from "../history-changes.ts";
import { type NamedRecord, recordNamed } from "../named-record.ts";
import { mergedText } from "../outbox/merged-text.ts";
import { recipientsOf } from "../outbox/recipients.ts";
import { reconcile } from "../reconcile.ts";
import type { Acted } from "../record-acts.ts";
import { factEntry } from "../row/entry-making.ts";
import { calendarOf, type Run } from "../run.ts";
import { holdingMessage } from "./holding-message.ts";

export interface HeldAnswer extends Acted {
  /** What was done, for who clicked. */
  readonly sentence: string;
}

/** What the next step says where somebody promised to come back. */
const PROMISED = "answer, as promised";

/**
 * What sends a holding answer to the reply of a record that waits, what people did before it included. Asked for twice
 * it goes once.
 *
 * @throws {StagelineError} `usage`, when no record is meant; `guard`, when no reply waits, when something of the message
 *   cannot be filled in, or when the board waits to be mended
 * @example
 * const attempt = () => holdingAnswer(fixtures.bookTables, fixtures.run, { record: "Ada" });
 * (() => { try { return attempt(); } catch ({ message }) { return message; } })()
 * //=> '"Ada" has no reply that waits for an answer'
 */
export function holdingAnswer(
  tables: Tables,
  run: Run,
  wanted: { readonly record: string; readonly board?: string },
): HeldAnswer {
  const { actor: _, ...anonymous } = run;
  const before = reconcile(tables, { ...anonymous, knownBy: "sweep" });
  const ready = applyChanges(tables, before.changes);
  const found = recordNamed(ready, before.definition, wanted);
  refuseStopped(before, found.tab);
  const done = asked(ready, run, { found, definition: before.definition });
  const after = reconcile(applyChanges(ready, done.changes), { ...run, seed: `${run.seed} again` });
  return {
    changes: [...before.changes, ...done.changes, ...after.changes],
    entries: [...before.entries, ...done.entries, ...after.entries],
    problems: after.problems,
    definition: after.definition,
    name: found.name,
    sentence: done.sentence,
  };
}

/**
 * The id of the entry that asks for a holding answer to the reply that waits since then.
 *
 * @example
 * const record = { board: "deals", record: "r1" };
 * holdingId(record, parseMoment("2026-11-20T08:30:00Z")) === holdingId(record, parseMoment("2026-11-20T08:31:00Z")) //=> false
 */
export function holdingId({ board, record }: Pick<Entry, "board" | "record">, since: Moment): string {
  return hashOf("e", [board, record, "holding answer", since]);
}

interface Asking {
  readonly found: NamedRecord;
  readonly definition: Acted["definition"];
}

interface Asked {
  readonly changes: readonly Change[];
  readonly entries: readonly Entry[];
  readonly sentence: string;
}

function asked(tables: Tables, run: Run, { found, definition }: Asking): Asked {
  const { board, id: record, name } = found;
  const { entries } = readLog(tables);
  const own = entries.filter((entry) => entry.board === board.id && entry.record === record);
  const state = replay(own).get(record);
  const since = touchesOf(own, run.now).get(record)?.unansweredSince;
  if (state === undefined || since === undefined)
    throw new StagelineError("guard", `${quoted(name)} has no reply that waits for an answer`);
  const id = holdingId({ board: board.id, record }, since);
  if (own.some((entry) => entry.id === id))
    return { changes: [], entries: [], sentence: `${quoted(name)}: a holding answer was asked for already` };
  const message = holdingMessage(found.pipeline);
  const taken = takenOver(run, { found, definition });
  refuseIncomplete(run, { found: { ...found, values: { ...found.values, ...taken } }, definition, state });
  const subject = { ...state, name };
  const data = { do: "send", message: message.id, reply: since };
  const fact = { kind: "message", subject, data, note: message.name, occurrence: id } as const;
  const entry = { ...factEntry(run, fact), id };
  const step = promisedStep(run, { found, definition });
  const cells = Object.entries({ ...taken, ...step }).map(
    ([field, value]): Change => ({ kind: "setField", tab: found.tab, record, field, value }),
  );
  return {
    changes: [...cells, ...historyChanges(tables, [entry])],
    entries: [entry],
    sentence:
      Object.keys(step).length === 0
        ? `${quoted(name)}: the holding answer is in the Outbox`
        : `${quoted(name)}: the holding answer is in the Outbox, and to answer is the next step`,
  };
}

function refuseIncomplete(
  { now }: Run,
  { found, definition, state }: Asking & { readonly state: RecordState },
): void {
  const { pipeline, name } = found;
  const message = holdingMessage(pipeline);
  const record = { pipeline, state, row: found };
  const to = recipientsOf(message.to, { definition, pipeline, row: found, today: dayOf(now) });
  const faults = [
    ...(to.fault === undefined ? [] : [to.fault]),
    ...[message.subject, message.body].flatMap((text) => mergedText(text, record).faults),
  ];
  const [fault] = faults;
  if (fault !== undefined)
    throw new StagelineError(
      "guard",
      `${quoted(name)}: the holding answer cannot go, ${fault}; open its card and fill that in`,
    );
}

function takenOver({ actor = "" }: Run, { found, definition }: Asking): Readonly<Record<string, string>> {
  const person = personNamed(definition.team, actor);
  const isFree = isBlank(found.cells[ownerField.id]);
  return isFree && person !== undefined ? { [ownerField.id]: person.name } : {};
}

function promisedStep({ now }: Run, { found, definition }: Asking): RowCells {
  const { cells, pipeline } = found;
  if (!isBlank(cells["next_step_on"])) return {};
  const day = addWorkingDays(calendarOf(definition, pipeline), dayOf(now), 1);
  const named = isBlank(cells["next_step"]) ? { next_step: PROMISED } : {};
  return { ...named, next_step_on: { serial: serialFromDay(day) } };
}
