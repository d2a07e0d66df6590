// What a window asks for, done as the person who sits at it. What the spreadsheet does not let anybody do is said to that
// window, with the cells as they are.

import { ScriptFailure } from "../../apps-script/world/person-calls.ts";
import { GridError } from "../../grid/grid-error.ts";
import type { PersonAct } from "../../grid/people/person-act.ts";
import type { GridRange } from "../../grid/protocol.ts";
import { cellAt, type Spreadsheet } from "../../grid/spreadsheet.ts";
import { changedFilter, toggledFilter } from "../hands/filter-acts.ts";
import { type NextTime, nextTime } from "../live/next-time.ts";
import { changedCell } from "../shown/shown-cell.ts";
import type { UniverCell, UniverCells } from "../shown/univer-data.ts";
import type { Desk } from "./preview-desk.ts";
import type { WindowMessage } from "./window-message.ts";
import type { WindowAct, WindowRequest } from "./window-request.ts";
import type { OpenWindow } from "./windows.ts";

/** Cells that a window paints before it is told; more than these it leaves alone. */
const MOST_CELLS = 2000;

export function doWish(desk: Desk, { window: id, number, wish }: WindowRequest): void {
  const window = desk.windows.find(id);
  if (window === undefined) return;
  const person = desk.world.personOf(window.email);
  switch (wish.kind) {
    case "act": {
      const what = () => person.act(wish.act as PersonAct);
      attempt(desk, window, { number, range: rangeOf(wish.act), what });
      break;
    }
    case "undo":
      attempt(desk, window, { number, what: person.undo });
      break;
    case "redo":
      attempt(desk, window, { number, what: person.redo });
      break;
    case "toggle filter":
      attempt(desk, window, {
        number,
        what: () => person.act(toggledFilter(desk.world.file.state, wish.tab)),
      });
      break;
    case "filter":
      attempt(desk, window, { number, what: () => person.act(changedFilter(desk.world.file.state, wish)) });
      break;
    case "select":
      person.look({ tab: wish.range.tab, range: wish.range });
      break;
    case "menu":
      attempt(desk, window, { number, what: () => person.menu(...wish.path) });
      break;
    case "call":
      call(desk, window, wish);
      break;
    case "answer":
      desk.dialogs.answer(window.email, wish.dialog, { button: wish.button, text: wish.text });
      break;
    case "sit":
      desk.windows.sit(id, wish.email);
      break;
    case "clock":
      moveClock(desk, wish.to);
  }
}

function moveClock({ world, showClock }: Desk, to: NextTime): void {
  const target = nextTime(world.google.now(), to, world.file.state.zone);
  showClock("moving");
  void world.clock.moveTo(target, () => showClock("moving")).then(() => showClock("standing"));
}

interface Attempt {
  readonly number: number;
  readonly what: () => unknown;
  readonly range?: GridRange | undefined;
}

function attempt(desk: Desk, window: OpenWindow, { number, what, range }: Attempt): void {
  const refused = refusalOf(what);
  desk.showChanges();
  const cells = range === undefined ? undefined : cellsIn(desk.world.file.state, range);
  const done: WindowMessage = {
    kind: "done",
    number,
    ...(refused === undefined ? {} : { refused }),
    ...(cells === undefined || range === undefined ? {} : { cells: { tab: range.tab, cells } }),
  };
  window.tell(done);
}

function refusalOf(what: () => unknown): string | undefined {
  try {
    what();
    return undefined;
  } catch (error) {
    if (error instanceof GridError || error instanceof ScriptFailure) return error.message;
    throw error;
  }
}

function call(
  desk: Desk,
  window: OpenWindow,
  wish: { readonly call: string; readonly functionName: string; readonly args: readonly unknown[] },
): void {
  try {
    const record = desk.world.personOf(window.email).startPage(wish.functionName, ...wish.args);
    desk.calls.set(record.id, { window: window.id, call: wish.call });
  } catch (error) {
    if (!(error instanceof ScriptFailure)) throw error;
    window.tell({ kind: "answer", call: wish.call, failed: error.message });
  }
}

/** The cells that the window may have painted before it was told. */
function rangeOf(act: WindowAct): GridRange | undefined {
  switch (act.do) {
    case "type":
    case "checkbox":
      return { tab: act.tab, row: act.row, column: act.column, rows: 1, columns: 1 };
    case "clear":
      return act.range.rows * act.range.columns > MOST_CELLS ? undefined : act.range;
    default:
      return undefined;
  }
}

function cellsIn(state: Spreadsheet, range: GridRange): UniverCells {
  const cells: Record<number, Record<number, UniverCell | null>> = {};
  const tab = state.tabs.find(({ id }) => id === range.tab);
  if (tab === undefined) return cells;
  for (let row = range.row; row < range.row + range.rows; row++) {
    const shown: Record<number, UniverCell | null> = {};
    for (let column = range.column; column < range.column + range.columns; column++)
      shown[column - 1] = changedCell(cellAt(tab, row, column));
    cells[row - 1] = shown;
  }
  return cells;
}
