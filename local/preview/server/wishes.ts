// What a window asks for, done as the person who sits at it. What the spreadsheet does not let anybody do is said to that
// window, with the cells as they are.

import { ScriptFailure } from "../../apps-script/world/person-calls.ts";
import { GridError } from "../../grid/grid-error.ts";
import type { PersonAct } from "../../grid/people/person-act.ts";
import { changedFilter, toggledFilter } from "../hands/filter-acts.ts";
import { type NextTime, nextTime } from "../live/next-time.ts";
import type { Desk } from "./preview-desk.ts";
import { rowNow } from "./row-now.ts";
import type { WindowWish } from "./window-request.ts";
import type { OpenWindow } from "./windows.ts";

export function doWish(desk: Desk, window: OpenWindow, wish: WindowWish): void {
  const person = desk.world.personOf(window.email);
  switch (wish.kind) {
    case "act":
      attempt(desk, window, () => person.act(actNow(desk, window, wish.act as PersonAct)));
      break;
    case "begin typing":
      window.typedInto = window.told;
      break;
    case "end typing":
      window.typedInto = undefined;
      break;
    case "undo":
      attempt(desk, window, person.undo);
      break;
    case "redo":
      attempt(desk, window, person.redo);
      break;
    case "toggle filter":
      attempt(desk, window, () => person.act(toggledFilter(desk.world.file.state, wish.tab)));
      break;
    case "filter":
      attempt(desk, window, () => person.act(changedFilter(desk.world.file.state, wish)));
      break;
    case "select":
      person.look({ tab: wish.range.tab, range: wish.range });
      break;
    case "menu":
      attempt(desk, window, () => person.menu(...wish.path));
      break;
    case "call":
      call(desk, window, wish);
      break;
    case "answer":
      desk.dialogs.answer(window.email, wish.dialog, { button: wish.button, text: wish.text });
      break;
    case "sit":
      desk.windows.sit(window.id, wish.email);
      break;
    case "clock":
      moveClock(desk, wish.to);
  }
}

/** What is typed goes into the row that was seen where it was begun, wherever that row is by now. */
function actNow({ world }: Desk, { typedInto }: OpenWindow, act: PersonAct): PersonAct {
  if (act.do !== "type" || typedInto === undefined) return act;
  const row = rowNow(typedInto, world.file.state, act);
  if (row === undefined) throw new GridError(`"${act.text}" was not written: its row was deleted meanwhile`);
  return { ...act, row };
}

function moveClock({ world, showClock }: Desk, to: NextTime): void {
  const target = nextTime(world.google.now(), to, world.file.state.zone);
  void world.clock.moveTo(target, showClock).then(showClock);
}

function attempt(desk: Desk, window: OpenWindow, what: () => unknown): void {
  const why = refusalOf(what);
  desk.showChanges();
  if (why !== undefined) window.tell({ kind: "refused", why });
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
