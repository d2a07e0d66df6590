// The board as a page of columns: what it shows, read without the history, and how a card is moved on it. A move that
// lacks something, or that the rules are against, is not tried: the answer is the record, with what would mend it.

import * as z from "zod/mini";
import { definitionTab, lastDefinition } from "../../shared/definition/definition-versions.ts";
import { stateTab } from "../../shared/engine/head.ts";
import { actOnRecord } from "../../shared/engine/record-acts.ts";
import { type BoardView, boardView } from "../../shared/report/views/board-view.ts";
import type { CardMove } from "../../shared/report/views/card-moves.ts";
import { type RecordCard, recordCard } from "../../shared/report/views/record-card.ts";
import { standingRecord } from "../../shared/report/views/standing-record.ts";
import { activeEmail, actorNamed } from "../actor.ts";
import { openBook } from "../book/open-book.ts";
import { momentNow } from "../clock.ts";
import { refuseOthers } from "../look/whole-look.ts";
import { showBoardView } from "../menu/pages.ts";
import { activeSpreadsheet } from "../spreadsheet-app.ts";
import { answered, nothing, type Refusal, recordShape, text } from "./answer.ts";
import { type Done, type RecordRequest, writtenAct } from "./written-act.ts";

/** Why a card stays where it is, and the record with what would mend it. */
export interface Unmoved {
  readonly unmoved: string;
  readonly card: RecordCard;
}

/** No name: the board of the tab that is open, else the first. */
export function pageBoard(request: { readonly board: string }): BoardView | Refusal {
  return answered(z.object({ board: text }), request, ({ board }) => {
    const wanted = board === "" ? activeSpreadsheet().getActiveSheet().getName() : board;
    const whole: readonly string[] = [stateTab.key, definitionTab.key];
    const only = (key: string, tab: string) => whole.includes(key) || (isBoard(key) && tab === wanted);
    const book = openBook({ only });
    refuseOthers(book);
    const isHere = book.tabs.some(({ marks, table }) => isBoard(marks.key ?? "") && table.tab === wanted);
    if (board !== "" || isHere) return viewOf(book, wanted);
    return viewOf(openBook({ only: (key) => whole.includes(key) || isBoard(key) }), undefined);
  });
}

/** From the sidebar, whose page cannot open a box by itself. */
export function pageOpenBoard(request: Record<string, never>): { readonly said: string } | Refusal {
  return answered(nothing, request, () => {
    showBoardView();
    return { said: "The board is open over the sheet" };
  });
}

function isBoard(key: string): boolean {
  return key.startsWith("board_");
}

function viewOf(book: ReturnType<typeof openBook>, board: string | undefined): BoardView {
  const person = actorNamed(lastDefinition(book.tables) ?? { team: [] }, activeEmail()).actor;
  return boardView(book.tables, {
    now: momentNow(book.zone),
    ...(board === undefined ? {} : { board }),
    ...(person === undefined ? {} : { person }),
  });
}

export function pageMoveCard(request: RecordRequest & { readonly stage: string }): Done | Unmoved | Refusal {
  const shape = z.object({ ...recordShape, stage: text });
  return answered(shape, request, ({ stage, ...record }) =>
    writtenAct<Unmoved>((tables, run) => {
      const { now, actor } = run;
      const query = { ...record, now, ...(actor === undefined ? {} : { actor }) };
      const { stage: present, moves } = standingRecord(tables, query);
      const move = moves.find((each) => each.stage.name === stage);
      const unmoved = move === undefined ? unknownMove(present.name, stage) : reasonAgainst(move);
      if (unmoved !== "") return { unmoved, card: recordCard(tables, query) };
      const acted = actOnRecord(tables, run, { ...record, act: { kind: "move", stage } });
      return { ...record, acted };
    }),
  );
}

function reasonAgainst({ allowed, missing, reason }: CardMove): string {
  return allowed && missing.length === 0 ? "" : reason;
}

function unknownMove(present: string, wanted: string): string {
  return present === wanted ? `It is in "${wanted}" already` : `There is no stage "${wanted}" any more`;
}
