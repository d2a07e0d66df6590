// The menu of the stages that a card may be moved to: arrow keys, Home and End between them, Enter takes one, Escape none.
// It opens at the stage that follows.

import "./move-menu.css";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { BoardCard } from "../../../shared/report/views/board-card.ts";
import type { StageChip } from "../../../shared/report/views/stage-chip.ts";

const EDGE_PIXELS = 8;

export function MoveMenu(props: {
  readonly card: BoardCard;
  /** What it opens beside. */
  readonly at: DOMRect;
  readonly stages: readonly StageChip[];
  readonly onChoose: (stage: StageChip) => void;
  readonly onClose: () => void;
}) {
  const { card, at, stages, onChoose, onClose } = props;
  const menu = useRef<HTMLDivElement>(null);
  const present = stages.findIndex(({ id }) => id === card.stage);
  const offered = stages.filter(({ id }) => id !== card.stage);
  useLayoutEffect(() => {
    if (menu.current === null) return;
    const { offsetWidth, offsetHeight, style } = menu.current;
    style.left = `${Math.max(EDGE_PIXELS, Math.min(at.left + 24, innerWidth - offsetWidth - EDGE_PIXELS))}px`;
    style.top = `${Math.max(EDGE_PIXELS, Math.min(at.top + 24, innerHeight - offsetHeight - EDGE_PIXELS))}px`;
    const items = itemsOf(menu.current);
    (items[present] ?? items[items.length - 1])?.focus();
  }, []);
  useEffect(() => {
    const onPointerDown = ({ target }: Event) => {
      if (!menu.current?.contains(target as Node | null)) onClose();
    };
    addEventListener("pointerdown", onPointerDown, { capture: true });
    return () => removeEventListener("pointerdown", onPointerDown, { capture: true });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const items = itemsOf(menu.current);
    const next = itemAfter(items, event.key);
    if (event.key === "Escape" || event.key === "Tab") onClose();
    else if (next === undefined) return;
    else next.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={menu}
      class="move-menu"
      role="menu"
      aria-label={`Move ${card.name} to`}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      <p aria-hidden="true">Move to</p>
      {offered.map((stage) => (
        <button key={stage.id} type="button" role="menuitem" tabIndex={-1} onClick={() => onChoose(stage)}>
          <span class="swatch" style={{ background: stage.colour }} aria-hidden="true" />
          {stage.name}
        </button>
      ))}
    </div>
  );
}

function itemsOf(menu: HTMLElement | null): readonly HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
}

function itemAfter(items: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const now = items.findIndex((item) => item.matches(":focus"));
  switch (key) {
    case "ArrowDown":
      return items[(now + 1) % items.length];
    case "ArrowUp":
      return items[(now - 1 + items.length) % items.length];
    case "Home":
      return items[0];
    case "End":
      return items[items.length - 1];
    default:
      return undefined;
  }
}
