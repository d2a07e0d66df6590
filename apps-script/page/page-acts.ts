// What the page does to a record. The same rules hold as for typing; unlike there, Google says who is at the page.

import * as z from "zod/mini";
import { activityKinds, logActs } from "../../shared/definition/activity.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import { formFaults, newRecord } from "../../shared/engine/acts/new-record.ts";
import { readHead } from "../../shared/engine/head.ts";
import { releasesMessage } from "../../shared/engine/outbox/released.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import { type Act, type Acted, actOnRecord } from "../../shared/engine/record-acts.ts";
import type { Run } from "../../shared/engine/run.ts";
import type { Entry } from "../../shared/log/entry.ts";
import { moveSentence } from "../../shared/report/views/move-sentence.ts";
import type { RecordCard } from "../../shared/report/views/record-card.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Tables } from "../../shared/table/table.ts";
import { activeEmail, actorNamed } from "../actor.ts";
import { outcomeOf } from "../edge.ts";
import { changeBook, type Plan } from "../look/change-book.ts";
import { saidOf } from "../look/said.ts";
import { refuseOthers, runIn } from "../look/whole-look.ts";
import { tellMailWaits } from "../mail/mail-waits.ts";
import { SHORT_TURN_SECONDS } from "../mail/send-due.ts";
import { type LookedAt, sendWaiting } from "../mail/send-waiting.ts";
import { isMine } from "../reminders.ts";
import { answered, form, type Refusal, recordShape, refusedForm, text, valuesShape } from "./answer.ts";
import { cardOf } from "./page-views.ts";

/** What was done, and the record as it is now. */
export interface Done {
  readonly said: string;
  readonly card: RecordCard;
  /** Whether the record stands in another stage by it. */
  readonly isMove: boolean;
  readonly history: HistoryGrowth;
}

/** Rows of the history before and after, by which a page that shows a whole board knows what it has not seen. */
export interface HistoryGrowth {
  readonly before: number;
  readonly after: number;
  /** Whether anything was written of other records. */
  readonly others: boolean;
}

export interface RecordRequest {
  readonly board: string;
  readonly record: string;
}

export function pageMove(
  request: RecordRequest & { readonly stage: string; readonly values: Readonly<Record<string, string>> },
): Done | Refusal {
  const shape = z.object({ ...recordShape, stage: text, values: valuesShape });
  return answered(shape, request, ({ stage, values, ...record }) =>
    done(record, { kind: "change", values, stage }),
  );
}

export function pageSet(
  request: RecordRequest & { readonly values: Readonly<Record<string, string>> },
): Done | Refusal {
  const shape = z.object({ ...recordShape, values: valuesShape });
  return answered(shape, request, ({ values, ...record }) => done(record, { kind: "change", values }));
}

export function pageLog(
  request: RecordRequest & { readonly activity: string; readonly note: string; readonly form: string },
): Done | Refusal {
  const shape = z.object({ ...recordShape, activity: z.enum(activityKinds), note: text, form });
  return answered(shape, request, ({ activity, note, form: id, ...record }) =>
    done(record, { kind: "log", activity, note, form: id }),
  );
}

export function pageAct(
  request: RecordRequest & { readonly act: string; readonly note: string },
): Done | Refusal {
  const shape = z.object({ ...recordShape, act: z.enum(logActs), note: text });
  return answered(shape, request, ({ act, note, ...record }) => done(record, { kind: "pick", act, note }));
}

export function pageCreate(request: {
  readonly board: string;
  readonly values: Readonly<Record<string, string>>;
  readonly form: string;
}): Done | Refusal {
  const shape = z.object({ board: text, values: valuesShape, form });
  return answered(shape, request, ({ board, values, form: id }): Done | Refusal =>
    writtenAct((tables, run, definition) => {
      const faults = formFaults(definition, board, values);
      if (faults.length > 0) return refusedForm(faults);
      const made = newRecord(tables, run, { board, values, form: id });
      return { acted: made, record: made.record, board };
    }),
  );
}

function done({ board, record }: RecordRequest, act: Act): Done | Refusal {
  return writtenAct((tables, run, definition) => {
    const values = act.kind === "change" ? act.values : {};
    // What is not in the form is no fault of it: a card hands in what was changed, and a name is there already.
    const faults = formFaults(definition, board, values).filter(({ field }) => field in values);
    if (faults.length > 0) return refusedForm(faults);
    return { acted: actOnRecord(tables, run, { board, record, act }), record, board };
  });
}

export interface WrittenAct extends RecordRequest {
  readonly acted: Acted;
  /** What was done; absent: what is new in the history of the record says it. */
  readonly said?: string;
}

/** Does what somebody at the page asked for, and sends at once what came of it; or answers with what is said instead. */
export function writtenAct<Instead extends object = Refusal>(
  act: (tables: Tables, run: Run, definition: Definition) => WrittenAct | NoInfer<Instead>,
): Done | Instead {
  const { answer, looked } = changeBook(
    (book, now): Plan<ActAnswer<Instead>> => {
      refuseOthers(book);
      const anonymous = runIn(book, now, "sidebar");
      const { definition } = reconcile(book.tables, anonymous);
      const who = actorNamed(definition, activeEmail());
      const result = act(book.tables, { ...anonymous, ...who }, definition);
      if (!isWritten(result)) return { changes: [], definition, result: { answer: result } };
      const { acted, record, board } = result;
      const tables = applyChanges(book.tables, acted.changes);
      const card = cardOf(tables, { record, board, now, actor: who.actor });
      const own = acted.entries.filter((entry) => entry.name === acted.name);
      const move = own.find(({ kind, name }) => kind === "moved" && name === acted.name);
      const said = result.said ?? saidOfAct(acted, { entries: own, move, stage: card.stage.name });
      const isAsked = releasesMessage(book.tables, acted.changes);
      const isOwn = isAsked && isMine(readHead(book.tables));
      // Whoever looks after the sheet sends it; the next edit finds the note.
      if (isAsked && !isOwn) tellMailWaits();
      const answer = {
        said,
        isMove: move !== undefined,
        card,
        history: growthOf(book.tables, tables, { acted, record: card.record }),
      };
      const looked = isOwn ? { looked: { tables, zone: book.zone } } : {};
      return { changes: acted.changes, definition: acted.definition, result: { answer, ...looked } };
    },
    { merges: true },
  );
  if (looked !== undefined) sendNow(looked);
  return answer;
}

// What was refused, and whatever else came of it, is told as for an edit in the sheet.
function saidOfAct(
  { book, definition }: Acted,
  own: {
    readonly entries: readonly Entry[];
    readonly move: Entry | undefined;
    /** Where the record stands now. */
    readonly stage: string;
  },
): string {
  const { entries, move, stage } = own;
  if (entries.some(({ kind }) => kind === "undone")) return `Taken back: it is in ${stage} again`;
  const isPlain = entries.every(({ kind }) => kind !== "refused");
  if (book === undefined || move === undefined || !isPlain)
    return saidOf({ entries, problems: [] }, definition);
  return moveSentence(book, move);
}

// The act is done, whatever becomes of its messages: those that do not go now go with the next turn.
function sendNow(looked: LookedAt): void {
  const sending = outcomeOf(() => sendWaiting(looked, SHORT_TURN_SECONDS));
  if ("problem" in sending) console.warn(sending.problem);
}

function isWritten<Instead extends object>(result: WrittenAct | Instead): result is WrittenAct {
  return "acted" in result;
}

function growthOf(
  before: Tables,
  after: Tables,
  { acted, record }: { readonly acted: Acted; readonly record: string },
): HistoryGrowth {
  return {
    before: readHead(before).entries,
    after: readHead(after).entries,
    others: acted.entries.some((entry) => entry.record !== record),
  };
}

interface ActAnswer<Instead> {
  readonly answer: Done | Instead;
  /** Where a message asks to go out, and this account sends. */
  readonly looked?: LookedAt;
}
