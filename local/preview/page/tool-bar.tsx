// What people do to rows, beside typing: buttons for the marked cells.

import { linesOf } from "../hands/lines-acted-on.ts";
import type { WindowWish } from "../server/window-request.ts";
import type { Grid } from "./grid.ts";

export interface ToolBarProps {
  readonly grid: () => Grid | undefined;
  readonly onWish: (wish: WindowWish) => void;
}

export function ToolBar({ grid, onWish }: ToolBarProps) {
  const insert = (side: "before" | "after") => {
    const place = grid()?.place();
    if (place === undefined) return;
    const { at, count } = linesOf("rows", place.range);
    const from = side === "after" ? at + count - 1 : at;
    const lines = { tab: place.tab, axis: "rows", at: from, count } as const;
    onWish({ kind: "act", act: { do: "insertLines", side, ...lines } });
  };
  const remove = () => {
    const place = grid()?.place();
    if (place === undefined) return;
    const lines = { tab: place.tab, axis: "rows", ...linesOf("rows", place.range) } as const;
    onWish({ kind: "act", act: { do: "deleteLines", ...lines } });
  };
  const sort = (order: "ascending" | "descending") => {
    const sorted = grid()?.sortRange();
    if (sorted === undefined) return;
    const { range, column } = sorted;
    onWish({ kind: "act", act: { do: "sort", range, by: [{ column, order }] } });
  };
  const filter = () => {
    const place = grid()?.place();
    if (place !== undefined) onWish({ kind: "toggle filter", tab: place.tab });
  };
  return (
    <div class="tools" role="toolbar" aria-label="Rows and columns">
      <button type="button" onClick={() => onWish({ kind: "undo" })}>
        Undo
      </button>
      <button type="button" onClick={() => onWish({ kind: "redo" })}>
        Redo
      </button>
      <hr />
      <button type="button" onClick={() => insert("before")}>
        Row above
      </button>
      <button type="button" onClick={() => insert("after")}>
        Row below
      </button>
      <button type="button" onClick={remove}>
        Delete rows
      </button>
      <hr />
      <button type="button" onClick={() => sort("ascending")}>
        Sort A to Z
      </button>
      <button type="button" onClick={() => sort("descending")}>
        Sort Z to A
      </button>
      <button type="button" onClick={filter}>
        Filter
      </button>
    </div>
  );
}
