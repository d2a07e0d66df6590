// An act of somebody at the page, written: as the person whom Google names, with the record as it is then for an answer,
// and with the messages that it lets go sent at once.

import type { Definition } from "../../shared/definition/pipeline.ts";
import { readHead } from "../../shared/engine/head.ts";
import { releasesMessage } from "../../shared/engine/outbox/released.ts";
import type { Acted } from "../../shared/engine/record-acts.ts";
import type { Run } from "../../shared/engine/run.ts";
import type { RecordCard } from "../../shared/report/views/record-card.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Tables } from "../../shared/table/table.ts";
import { outcomeOf } from "../edge.ts";
import { actingRun } from "../look/acting-run.ts";
import { changeBook, type Plan } from "../look/change-book.ts";
import { refuseOthers } from "../look/whole-look.ts";
import { tellMailWaits } from "../mail/mail-waits.ts";
import { SHORT_TURN_SECONDS } from "../mail/send-due.ts";
import { type LookedAt, sendWaiting } from "../mail/send-waiting.ts";
import { isMine } from "../reminders.ts";
import { saidOfAct } from "./act-sentence.ts";
import type { Refusal } from "./answer.ts";
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
      const { run, definition } = actingRun(book, now);
      const result = act(book.tables, run, definition);
      if (!isWritten(result)) return { changes: [], definition, result: { answer: result } };
      const { acted, record, board } = result;
      const tables = applyChanges(book.tables, acted.changes);
      const card = cardOf(tables, { record, board, now, actor: run.actor });
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
