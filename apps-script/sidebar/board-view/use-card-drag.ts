// A card dragged by a mouse or a pen: it is taken up once it has been moved a little, so that a click stays a click, and
// let go over a column, or nowhere at Escape. The board scrolls where the pointer comes near its sides. A finger scrolls
// and drags nothing; it has the button of the card.

import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { BoardCard } from "../../../shared/report/views/board-card.ts";

const TAKEN_UP_PIXELS = 6;
const EDGE_PIXELS = 48;
const SCROLL_PIXELS = 14;

export interface CardDrag {
  readonly card: BoardCard;
  /** Id of the stage under the pointer. */
  readonly target: string | undefined;
  readonly x: number;
  readonly y: number;
}

export interface CardDragging {
  /** Absent while nothing is dragged. Where it is, is what it was when its target changed last. */
  readonly drag: CardDrag | undefined;
  /** What follows the pointer. */
  readonly ghost: RefObject<HTMLDivElement>;
  readonly start: (event: PointerEvent, card: BoardCard) => void;
}

/** `onDrop` is told of the stage that a card was let go over. */
export function useCardDrag(onDrop: (card: BoardCard, stage: string) => void): CardDragging {
  const [drag, setDrag] = useState<CardDrag>();
  const ghost = useRef<HTMLDivElement>(null);
  const end = useRef<() => void>();
  useEffect(() => () => end.current?.(), []);
  const start = (from: PointerEvent, card: BoardCard) => {
    if (from.button !== 0 || from.pointerType === "touch") return;
    const board = (from.currentTarget as Element | null)?.closest<HTMLElement>(".columns");
    let present: CardDrag | undefined;
    const listening = new AbortController();
    const stop = () => {
      listening.abort();
      setDrag(undefined);
    };
    end.current = stop;
    const onMove = ({ clientX: x, clientY: y }: PointerEvent) => {
      const isFar = Math.hypot(x - from.clientX, y - from.clientY) >= TAKEN_UP_PIXELS;
      if (present === undefined && !isFar) return;
      if (board) scrollAt(board, x);
      const target = stageAt(x, y);
      // The board is drawn anew only where another column lights up.
      if (present === undefined || present.target !== target) setDrag({ card, x, y, target });
      else if (ghost.current !== null) ghost.current.style.transform = ghostAt({ x, y });
      present = { card, x, y, target };
    };
    const onUp = () => {
      const dropped = present;
      stop();
      if (dropped === undefined) return;
      swallowClick();
      if (dropped.target !== undefined) onDrop(card, dropped.target);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || present === undefined) return;
      event.preventDefault();
      stop();
      swallowClick();
    };
    const { signal } = listening;
    addEventListener("pointermove", onMove, { signal });
    addEventListener("pointerup", onUp, { signal });
    addEventListener("pointercancel", stop, { signal });
    addEventListener("keydown", onKeyDown, { signal, capture: true });
  };
  return { drag, ghost, start };
}

/** Where what follows the pointer is drawn. */
export function ghostAt({ x, y }: Pick<CardDrag, "x" | "y">): string {
  return `translate(${x + 8}px,${y + 8}px)`;
}

function stageAt(x: number, y: number): string | undefined {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-stage]")?.dataset["stage"];
}

function scrollAt(board: HTMLElement, x: number): void {
  const { left, right } = board.getBoundingClientRect();
  if (x < left + EDGE_PIXELS) board.scrollLeft -= SCROLL_PIXELS;
  if (x > right - EDGE_PIXELS) board.scrollLeft += SCROLL_PIXELS;
}

// Letting go over the card itself is a click for the browser, and none for the person.
function swallowClick(): void {
  const listening = new AbortController();
  const onClick = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  addEventListener("click", onClick, { capture: true, signal: listening.signal });
  setTimeout(() => listening.abort(), 0);
}
