// What the page knows of a board, and keeps true: a card that is moved stands in its new column at once, and goes back
// where the script says no. Each act answers with its own card; where the history grew by more than that, others were at
// work, and the board is asked for anew. What they did is told in a sentence.

import { useMemo, useRef, useState } from "preact/hooks";
import type { BoardCard } from "../../../shared/report/views/board-card.ts";
import { boardNews } from "../../../shared/report/views/board-news.ts";
import type { BoardView } from "../../../shared/report/views/board-view.ts";
import type { RecordCard } from "../../../shared/report/views/record-card.ts";
import type { StageChip } from "../../../shared/report/views/stage-chip.ts";
import type { CardAnswer } from "../record-panel.tsx";
import { ask, RefusedError } from "../script.ts";
import { turnsOf } from "../turns.ts";
import { type Asked, useAnswer, wordsOf } from "../use-answer.ts";

/** What was said last. */
export interface Told {
  readonly kind: "said" | "failed";
  readonly sentence: string;
  /** The move that it tells of, which may be taken back. */
  readonly moved?: RecordCard;
}

/** A card that stayed where it was, with what would mend it. */
export interface UnmovedCard {
  readonly card: RecordCard;
  readonly reason: string;
  /** Id of the stage that it was to go to. */
  readonly wanted: string;
}

export interface Board {
  readonly asked: Asked<BoardView>;
  /** The view with the cards where they are being moved to. */
  readonly view: BoardView | undefined;
  /** Records that are on their way. */
  readonly moving: ReadonlyMap<string, string>;
  /** Records that were moved here, the last one first. */
  readonly arrived: readonly string[];
  readonly told: Told | undefined;
  readonly choose: (board: string) => void;
  readonly move: (card: BoardCard, stage: StageChip) => void;
  /** Takes a move back. */
  readonly undo: (moved: RecordCard) => void;
  /** Takes in what an act elsewhere on the page answered. */
  readonly take: (answer: CardAnswer) => void;
}

export function useBoard(onUnmoved: (unmoved: UnmovedCard) => void): Board {
  const [name, setName] = useState("");
  const [moving, setMoving] = useState<ReadonlyMap<string, string>>(new Map());
  const [arrived, setArrived] = useState<readonly string[]>([]);
  const [told, setTold] = useState<Told>();
  const latest = useRef<BoardView>();
  const question = useRef(0);
  const isStale = useRef(false);
  const [inTurn] = useState(() => turnsOf(1));
  const asked = useAnswer(async () => {
    question.current += 1;
    const own = question.current;
    const fresh = await ask("pageBoard", { board: name });
    if (own !== question.current) return fresh;
    const before = latest.current;
    const news = before?.board === fresh.board ? boardNews(before, fresh) : "";
    if (news !== "") setTold({ kind: "said", sentence: `Changed meanwhile: ${news}` });
    isStale.current = false;
    latest.current = fresh;
    return fresh;
  }, [name]);
  const again = useRef(asked.again);
  again.current = asked.again;

  const show = (change: (view: BoardView) => BoardView) => {
    if (latest.current === undefined) return;
    latest.current = change(latest.current);
    question.current += 1;
    asked.show(latest.current);
    if (isStale.current) again.current();
  };
  const take = ({ said, card, isMove = false, history }: CardAnswer) => {
    const { name: subject, acts } = card;
    if (!isMove) setTold({ kind: "said", sentence: said });
    else
      setTold({
        ...{ kind: "said", sentence: `${subject}: ${said}` },
        ...(acts.undo === undefined ? {} : { moved: card }),
      });
    show((view) => {
      if (history !== undefined && (history.before !== view.seen || history.others)) isStale.current = true;
      return withCard(view, card, history?.after ?? view.seen);
    });
  };
  const move = (card: BoardCard, stage: StageChip) => {
    const { record } = card;
    const board = latest.current?.board;
    if (board === undefined || card.stage === stage.id || moving.has(record)) return;
    setMoving((present) => new Map(present).set(record, stage.id));
    setArrived((present) => [record, ...present.filter((each) => each !== record)]);
    setTold({ kind: "said", sentence: `Moving ${card.name} to ${stage.name}…` });
    const settle = () => setMoving((present) => new Map([...present].filter(([each]) => each !== record)));
    inTurn(() => ask("pageMoveCard", { board, record, stage: stage.name })).then(
      (answer) => {
        settle();
        if (!("unmoved" in answer)) return take(answer);
        const { card: present, unmoved: reason } = answer;
        setTold({ kind: "failed", sentence: stillWords(present, reason) });
        show((view) => withCard(view, present, view.seen));
        return onUnmoved({ card: present, reason, wanted: stage.id });
      },
      (error: unknown) => {
        settle();
        setTold({ kind: "failed", sentence: `${card.name} was not moved: ${wordsOf(error)}` });
        // A call that came to no answer may have been done all the same.
        if (!(error instanceof RefusedError)) again.current();
      },
    );
  };
  const undo = ({ board, record, name: subject }: RecordCard) => {
    setTold({ kind: "said", sentence: `Taking back the move of ${subject}…` });
    inTurn(() => ask("pageAct", { board, record, act: "undo", note: "" })).then(
      ({ isMove: _, ...answer }) => take(answer),
      (error: unknown) => {
        setTold({ kind: "failed", sentence: `The move of ${subject} was not taken back: ${wordsOf(error)}` });
        again.current();
      },
    );
  };
  const choose = (board: string) => {
    setArrived([]);
    setTold(undefined);
    setName(board);
  };
  const view = useMemo(() => withMoving(asked.answer, moving), [asked.answer, moving]);
  return { asked, view, moving, arrived, told, choose, move, undo, take };
}

/** That a record is where it was, and why. */
export function stillWords({ name, stage }: RecordCard, reason: string): string {
  return `${name} is still in ${stage.name}. ${reason}`;
}

function withCard(view: BoardView, { board, onBoard }: RecordCard, seen: number): BoardView {
  if (view.board !== board) return view;
  const isKnown = view.cards.some(({ record }) => record === onBoard.record);
  const cards = isKnown
    ? view.cards.map((card) => (card.record === onBoard.record ? onBoard : card))
    : [...view.cards, onBoard];
  return { ...view, cards, seen };
}

function withMoving(view: BoardView | undefined, moving: ReadonlyMap<string, string>): BoardView | undefined {
  if (view === undefined || moving.size === 0) return view;
  const cards = view.cards.map((card) => ({ ...card, stage: moving.get(card.record) ?? card.stage }));
  return { ...view, cards };
}
