// What people do to rows, beside typing: buttons for the marked cells.

import { linesOf } from "../hands/wishes-of-command.ts";
import type { WindowWish } from "../server/window-request.ts";
import type { UniverRange } from "../shown/univer-data.ts";

export interface ToolBarProps {
  readonly place: () => { readonly tab: number; readonly range: UniverRange };
  readonly onWish: (wish: WindowWish) => void;
  readonly onSort: (order: "ascending" | "descending") => void;
  readonly onFilter: () => void;
}

export function ToolBar({ place, onWish, onSort, onFilter }: ToolBarProps) {
  const insert = (side: "before" | "after") => {
    const { tab, range } = place();
    const lines = linesOf("rows", range);
    const at = side === "after" ? lines.at + lines.count - 1 : lines.at;
    onWish({ kind: "act", act: { do: "insertLines", side, tab, axis: "rows", at, count: lines.count } });
  };
  const remove = () => {
    const { tab, range } = place();
    onWish({ kind: "act", act: { do: "deleteLines", tab, axis: "rows", ...linesOf("rows", range) } });
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
      <button type="button" onClick={() => onSort("ascending")}>
        Sort A to Z
      </button>
      <button type="button" onClick={() => onSort("descending")}>
        Sort Z to A
      </button>
      <button type="button" onClick={onFilter}>
        Filter
      </button>
    </div>
  );
}
