// The bar over the columns: which board, whose cards, which text; what all that comes to; and what was said last, which is
// read aloud to those who hear the page.

import { countWords } from "../../../shared/report/number-words.ts";
import {
  type BoardColumn,
  type BoardFilter,
  boardOwners,
} from "../../../shared/report/views/board-columns.ts";
import type { BoardView } from "../../../shared/report/views/board-view.ts";
import { BoardChoice } from "../board-choice.tsx";
import { timeWords } from "../day-words.ts";
import { sumWords } from "./sum-words.ts";
import type { Board } from "./use-board.ts";

export interface BarProps {
  readonly board: Board;
  readonly view: BoardView;
  readonly columns: readonly BoardColumn[];
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
}

export function BoardBar(props: BarProps) {
  const { board, view, filter, onFilter } = props;
  return (
    <header class="board-bar">
      <div class="board-choices">
        {view.boards.length < 2 ? (
          <h2>{view.board}</h2>
        ) : (
          <BoardChoice boards={view.boards} chosen={view.board} onChoose={board.choose} />
        )}
        <OwnerSelect {...props} />
        <label>
          Find
          <input
            type="search"
            value={filter.text}
            placeholder="Name, company"
            onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
          />
        </label>
        <Total {...props} />
        <button type="button" aria-disabled={board.asked.isWaiting} onClick={board.asked.again}>
          Refresh
        </button>
      </div>
      <div class="board-told">
        <Told board={board} />
        <span class="secondary">Arrow keys: from card to card · Enter: open · M: move</span>
      </div>
    </header>
  );
}

function Told({ board: { told, undo } }: Pick<BarProps, "board">) {
  const { moved } = told ?? {};
  return (
    <span>
      <span role="status" class={told?.kind === "failed" ? "error" : undefined}>
        {told?.sentence}
      </span>{" "}
      {moved !== undefined && (
        <button type="button" class="plain" onClick={() => undo(moved)}>
          Undo
        </button>
      )}
    </span>
  );
}

function Total({ view, columns }: BarProps) {
  const cards = columns.flatMap((column) => column.cards);
  const open = columns.filter(({ stage }) => stage.kind === "open");
  const count = open.reduce((sum, column) => sum + column.cards.length, 0);
  return (
    <p class="board-total">
      <strong>{countWords(count, `open ${view.noun}`)}</strong>
      <Worth sums={sumWords(open.flatMap((column) => column.cards))} />
      <span class="secondary">
        {cards.length === view.cards.length
          ? `${cards.length} in all`
          : `${cards.length} of ${view.cards.length} shown`}
        {" · as of "}
        {timeWords(view.asOf)}
        {view.waiting > 0 && ` · ${view.waiting} not on the board, see Health`}
      </span>
    </p>
  );
}

function Worth({ sums }: { readonly sums: readonly string[] }) {
  return sums.length === 0 ? null : <span>, {sums.join(" + ")}</span>;
}

const NOBODY = "nobody";
const MINE = "mine";
const PERSON = "person ";

function OwnerSelect({ view, filter, onFilter }: BarProps) {
  const { person } = view;
  const owners = boardOwners(view.cards).filter((owner) => owner !== person);
  const choose = (value: string) => onFilter({ ...filter, owner: choiceOf(value, person) });
  return (
    <label>
      Owner
      <select value={choiceWord(filter, person)} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">Everybody</option>
        {person !== undefined && <option value={MINE}>Me</option>}
        <option value={NOBODY}>Nobody</option>
        {owners.map((owner) => (
          <option key={owner} value={`${PERSON}${owner}`}>
            {owner}
          </option>
        ))}
      </select>
    </label>
  );
}

function choiceOf(value: string, person: string | undefined): BoardFilter["owner"] {
  if (value === NOBODY) return { who: "nobody" };
  if (value === MINE && person !== undefined) return { who: "person", name: person };
  return value.startsWith(PERSON) ? { who: "person", name: value.slice(PERSON.length) } : { who: "all" };
}

function choiceWord({ owner }: BoardFilter, person: string | undefined): string {
  if (owner.who !== "person") return owner.who === "nobody" ? NOBODY : "";
  return owner.name === person ? MINE : `${PERSON}${owner.name}`;
}
