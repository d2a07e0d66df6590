// The columns side by side, and what is done in them: going from card to card, opening one, moving one by the menu or by
// the pointer. Long columns are drawn a part at a time; the focus follows a card to where it goes.

import "./column-list.css";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { BoardCard } from "../../../shared/report/views/board-card.ts";
import type { BoardColumn } from "../../../shared/report/views/board-columns.ts";
import type { StageChip } from "../../../shared/report/views/stage-chip.ts";
import type { Day } from "../../../shared/value/day.ts";
import { BoardColumnView } from "./board-column.tsx";
import { stepFrom } from "./card-steps.ts";
import { MoveMenu } from "./move-menu.tsx";
import { ghostAt, useCardDrag } from "./use-card-drag.ts";
import { useColumnParts } from "./use-column-parts.ts";

/** A record that was open beside the columns, and was left just now: the focus goes back to its card. */
export interface LeftRecord {
  readonly record: string;
}

export interface ColumnListProps {
  readonly columns: readonly BoardColumn[];
  readonly moving: ReadonlyMap<string, string>;
  readonly left: LeftRecord | undefined;
  readonly noun: string;
  readonly today: Day;
  readonly onOpen: (card: BoardCard) => void;
  readonly onMove: (card: BoardCard, stage: StageChip) => void;
}

export function ColumnList(props: ColumnListProps) {
  const { columns, moving, left, noun, today, onOpen, onMove } = props;
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<string>();
  const [active, setActive] = useState<string>();
  const [asking, setAsking] = useState<{ readonly card: BoardCard; readonly at: DOMRect }>();
  const parts = useColumnParts(columns);
  const stages = columns.map(({ stage }) => stage);
  const cards = columns.flatMap((column) => column.cards);

  // As soon as it is drawn, not after the next picture: a key that comes in between would start from the card before.
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const place = placeOf(list.current, wanted.current, stageOf(cards, wanted.current));
    if (place === undefined) return;
    wanted.current = undefined;
    place.focus();
  });
  const follow = (record: string) => {
    wanted.current = record;
    setActive(record);
    parts.reveal(record);
  };
  useEffect(() => {
    if (left !== undefined) follow(left.record);
  }, [left]);
  const goTo = (record: string) => {
    // At once where it is drawn already: the next key may be on its way.
    const place = placeOf(list.current, record, undefined);
    if (place === undefined) return follow(record);
    wanted.current = undefined;
    place.focus();
  };
  const moveTo = (card: BoardCard, stage: StageChip | undefined) => {
    if (stage === undefined || stage.id === card.stage) return;
    follow(card.record);
    onMove(card, stage);
  };
  const { drag, ghost, start } = useCardDrag((card, id) =>
    moveTo(
      card,
      stages.find((stage) => stage.id === id),
    ),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const tile = (event.target as Element | null)?.closest<HTMLElement>("[data-record]");
    const card = cards.find(({ record }) => record === tile?.dataset["record"]);
    if (!tile || card === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = stepFrom(parts.reachable, card.record, event.key);
    if (next !== undefined) goTo(next);
    else if (event.key.toLowerCase() === "m") setAsking({ card, at: tile.getBoundingClientRect() });
    else if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the cards in it */}
      <div class={drag === undefined ? "columns" : "columns dragging"} ref={list} onKeyDown={onKeyDown}>
        {columns.map((column) => (
          <BoardColumnView
            key={column.stage.id}
            {...{ column, moving, noun, today, active, onOpen }}
            part={parts.of(column)}
            lifted={drag?.card.record}
            isTarget={drag?.target === column.stage.id && drag.card.stage !== column.stage.id}
            onActive={setActive}
            onAsk={(card, at) => setAsking({ card, at })}
            onTakeUp={start}
          />
        ))}
      </div>
      {drag !== undefined && (
        <div ref={ghost} class="dragged" aria-hidden="true" style={{ transform: ghostAt(drag) }}>
          {drag.card.name}
        </div>
      )}
      {asking !== undefined && (
        <MoveMenu
          {...{ ...asking, stages }}
          onChoose={(stage) => {
            setAsking(undefined);
            moveTo(asking.card, stage);
          }}
          onClose={() => {
            setAsking(undefined);
            goTo(asking.card.record);
          }}
        />
      )}
    </>
  );
}

function stageOf(cards: readonly BoardCard[], record: string): string | undefined {
  return cards.find((card) => card.record === record)?.stage;
}

// The card, or the head of a column that is folded over it.
function placeOf(
  list: HTMLElement | null,
  record: string,
  stage: string | undefined,
): HTMLElement | undefined {
  const found =
    list?.querySelector<HTMLElement>(`[data-record="${CSS.escape(record)}"] button`) ??
    list?.querySelector<HTMLElement>(`[data-stage="${CSS.escape(stage ?? "")}"] [aria-expanded="false"]`);
  return found ?? undefined;
}
