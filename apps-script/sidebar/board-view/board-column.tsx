// A column: its head with count and worth, which stays in sight, and the cards below it, more of them as one scrolls.

import "./board-column.css";
import { numberWords } from "../../../shared/report/number-words.ts";
import type { BoardCard } from "../../../shared/report/views/board-card.ts";
import type { BoardColumn } from "../../../shared/report/views/board-columns.ts";
import type { Day } from "../../../shared/value/day.ts";
import { CardTile } from "./card-tile.tsx";
import { sumWords } from "./sum-words.ts";
import type { ColumnPart } from "./use-column-parts.ts";

export interface ColumnProps {
  readonly column: BoardColumn;
  readonly part: ColumnPart;
  readonly moving: ReadonlyMap<string, string>;
  readonly noun: string;
  readonly today: Day;
  /** The record that the keys were at last. */
  readonly active: string | undefined;
  /** The record that is dragged. */
  readonly lifted: string | undefined;
  /** Whether a dragged card would fall here. */
  readonly isTarget: boolean;
  readonly onActive: (record: string) => void;
  readonly onOpen: (card: BoardCard) => void;
  /** Asks where to. */
  readonly onAsk: (card: BoardCard, at: DOMRect) => void;
  readonly onTakeUp: (event: PointerEvent, card: BoardCard) => void;
}

/** So far above the end the next part is drawn. */
const AHEAD_PIXELS = 400;

export function BoardColumnView(props: ColumnProps) {
  const { column, part, isTarget } = props;
  const { stage, cards } = column;
  const look = `${part.isFolded ? "column folded" : "column"}${isTarget ? " target" : ""}`;
  return (
    <section class={look} data-stage={stage.id} aria-label={`${stage.name}, ${cards.length}`}>
      {part.isFolded ? <FoldedHead {...props} /> : <Head {...props} />}
      {!part.isFolded && <CardsOf {...props} />}
    </section>
  );
}

function FoldedHead({ column: { stage, cards }, part }: ColumnProps) {
  return (
    <button
      type="button"
      class="column-head"
      style={{ background: stage.colour, color: stage.ink }}
      aria-expanded={false}
      onClick={() => part.onFold(false)}
    >
      <span class="count">{numberWords(cards.length)}</span>
      <span class="column-name">{stage.name}</span>
    </button>
  );
}

function Head({ column, part }: ColumnProps) {
  const { stage, cards, overdue, isAside } = column;
  return (
    <header class="column-head" style={{ background: stage.colour, color: stage.ink }}>
      <h3 class="column-name" title={stage.name}>
        {stage.name}
      </h3>
      <span class="count">{numberWords(cards.length)}</span>
      <p class="column-worth">
        {sumWords(cards).map((sum) => (
          <span key={sum}>{sum}</span>
        ))}
        {overdue > 0 && <span class="error">{numberWords(overdue)} overdue</span>}
        {isAside && (
          <button type="button" class="plain" aria-expanded={true} onClick={() => part.onFold(true)}>
            Fold
          </button>
        )}
      </p>
    </header>
  );
}

function CardsOf(props: ColumnProps) {
  const { column, part, active, noun } = props;
  const { cards } = column;
  const drawn = cards.slice(0, part.drawn);
  // Each column is one stop for Tab: the card where the keys were last, else its first.
  const stop = drawn.find(({ record }) => record === active) ?? drawn[0];
  const onScroll = ({ currentTarget: place }: { readonly currentTarget: HTMLElement }) => {
    const isNearEnd = place.scrollTop + place.clientHeight > place.scrollHeight - AHEAD_PIXELS;
    if (part.below > 0 && isNearEnd) part.onMore();
  };
  return (
    <div class="cards" onScroll={onScroll}>
      <ul>
        {drawn.map((card) => (
          <CardTile
            key={card.record}
            {...props}
            card={card}
            isStop={card === stop}
            isLifted={card.record === props.lifted}
          />
        ))}
      </ul>
      {cards.length === 0 && <p class="empty">No {noun} here</p>}
      {part.below > 0 && (
        <button type="button" class="plain more" onClick={part.onMore}>
          {numberWords(part.below)} more below
        </button>
      )}
      {part.resting > 0 && (
        <button type="button" class="plain more" onClick={part.onAll}>
          Show all: {numberWords(part.resting)} older
        </button>
      )}
    </div>
  );
}
