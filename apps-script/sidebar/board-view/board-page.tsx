// The board as a page: what is looked for, the columns, and the record that is open beside them.

import "./board-page.css";
import { useMemo, useState } from "preact/hooks";
import { type BoardFilter, boardColumns } from "../../../shared/report/views/board-columns.ts";
import { AskedAnswer } from "../asked-view.tsx";
import { StartPanel } from "../first-run/start-panel.tsx";
import { BoardBar } from "./board-bar.tsx";
import { ColumnList, type LeftRecord } from "./column-list.tsx";
import { type DrawerSubject, RecordDrawer } from "./record-drawer.tsx";
import { type Board, useBoard } from "./use-board.ts";

const EVERYTHING: BoardFilter = { owner: { who: "all" }, text: "" };

export function BoardPage() {
  const [isNew, setNew] = useState(false);
  const [opened, setOpened] = useState<DrawerSubject>();
  const [left, setLeft] = useState<LeftRecord>();
  // Who fills in a form is not interrupted: the reason stands in the line below the bar, too.
  const board = useBoard((unmoved) => setOpened((present) => present ?? { kind: "unmoved", ...unmoved }));
  if (isNew)
    return (
      <main class="panel">
        <StartPanel onMade={() => setNew(false)} />
      </main>
    );
  return (
    <main class="board-page">
      <AskedAnswer asked={board.asked} onNewBoard={() => setNew(true)}>
        {() => <Cards board={board} left={left} onOpen={setOpened} />}
      </AskedAnswer>
      {opened !== undefined && (
        <RecordDrawer
          subject={opened}
          onActed={board.take}
          onClose={() => {
            setOpened(undefined);
            setLeft({ record: opened.kind === "record" ? opened.place.record : opened.card.record });
          }}
        />
      )}
    </main>
  );
}

function Cards(props: {
  readonly board: Board;
  readonly left: LeftRecord | undefined;
  readonly onOpen: (subject: DrawerSubject) => void;
}) {
  const { board, left, onOpen } = props;
  const { view, arrived, moving } = board;
  const [filter, setFilter] = useState(EVERYTHING);
  const columns = useMemo(
    () => (view === undefined ? [] : boardColumns(view, { ...filter, arrived })),
    [view, filter, arrived],
  );
  if (view === undefined) return null;
  const isFiltered = filter.owner.who !== "all" || filter.text !== "";
  const clear = () => setFilter(EVERYTHING);
  return (
    <>
      <BoardBar board={board} view={view} columns={columns} filter={filter} onFilter={setFilter} />
      {columns.every(({ cards }) => cards.length === 0) && (
        <Nothing noun={view.noun} onClear={isFiltered && view.cards.length > 0 ? clear : undefined} />
      )}
      <ColumnList
        key={view.board}
        {...{ columns, moving, left }}
        noun={view.noun}
        today={view.today}
        onMove={board.move}
        onOpen={({ record }) => onOpen({ kind: "record", place: { board: view.board, record } })}
      />
    </>
  );
}

function Nothing({ noun, onClear }: { readonly noun: string; readonly onClear: (() => void) | undefined }) {
  return (
    <p class="board-nothing">
      {onClear === undefined ? (
        `There is no ${noun} yet. Type a name into the board’s tab, or use New in the sidebar, then Refresh`
      ) : (
        <>
          No {noun} matches what you look for.{" "}
          <button type="button" class="plain" onClick={onClear}>
            Show all again
          </button>
        </>
      )}
    </p>
  );
}
