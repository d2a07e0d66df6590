// A person at a spreadsheet, as tests and the preview hold one: acts by the addresses that people see, the menu, the
// page, and what is on the screen.

import type { PersonAct, SortKey } from "../../grid/people/person-act.ts";
import type { GridRange } from "../../grid/protocol.ts";
import type { Selection } from "../launch.ts";
import { startForOpening } from "./event-launches.ts";
import type { ExecutionRecord } from "./execution-record.ts";
import { pageResultOf, pressMenu, startPageCall } from "./person-calls.ts";
import { doAgain, perform, rangeAt, takeBack } from "./person-hands.ts";
import type { GivenAnswer, PersonState, Screen } from "./spreadsheet-file.ts";
import type { World } from "./world.ts";

export interface Person extends Hands {
  readonly email: string;
  readonly seen: Screen;
  /** For the dialogs to come, in their order; one without an answer is a mistake. */
  readonly answers: GivenAnswer[];
  readonly open: () => void;
  readonly select: (address: string) => void;
  /** The same by the id of the tab. */
  readonly look: (selection: Selection) => void;
  /** The captions from the menu's title down to the item. @throws {ScriptFailure} what the person is shown */
  readonly menu: (...path: readonly string[]) => ExecutionRecord;
  /** `google.script.run`: what the success handler gets. @throws {ScriptFailure} what the failure handler gets */
  readonly page: (functionName: string, ...args: readonly unknown[]) => unknown;
  /** The same without waiting for the result, for a world that a scheduler runs. */
  readonly startPage: (functionName: string, ...args: readonly unknown[]) => ExecutionRecord;
}

interface Hands {
  readonly act: (what: PersonAct) => void;
  readonly type: (address: string, text: string) => void;
  readonly clear: (address: string) => void;
  readonly paste: (address: string, texts: readonly (readonly string[])[]) => void;
  readonly copyPaste: (from: string, to: string) => void;
  readonly sort: (address: string, by: readonly SortKey[]) => void;
  readonly insertRows: (before: string, count?: number) => void;
  readonly deleteRows: (from: string, count?: number) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The cells of an address, as the tab is now. */
  readonly range: (address: string) => GridRange;
}

export function personAt(world: World, person: PersonState): Person {
  const { file } = person;
  return {
    ...hands(world, person),
    email: person.email,
    seen: person.seen,
    answers: person.answers,
    open: () => {
      person.isOpen = true;
      person.seen.menus.length = 0;
      startForOpening(world, { file, person });
    },
    select: (address) => {
      const range = rangeAt(person, address);
      person.selection = { tab: range.tab, range };
    },
    look: (selection) => {
      person.selection = selection;
    },
    menu: (...path) => pressMenu(world, person, path),
    page: (functionName, ...args) => pageResultOf(startPageCall(world, person, { functionName, args })),
    startPage: (functionName, ...args) => startPageCall(world, person, { functionName, args }),
  };
}

function hands(world: World, person: PersonState): Hands {
  const range = (address: string) => rangeAt(person, address);
  const place = (address: string) => {
    const { tab, row, column } = range(address);
    return { tab, row, column };
  };
  const rows = (address: string, count: number) => {
    const { tab, row } = range(address);
    return { tab, axis: "rows", at: row, count } as const;
  };
  const act = (what: PersonAct) => perform(world, person, what);
  // Whoever types, stands there.
  const actAt = (address: string, what: PersonAct) => {
    person.selection = { tab: range(address).tab, range: range(address) };
    act(what);
  };
  return {
    range,
    act,
    type: (address, text) => actAt(address, { do: "type", ...place(address), text }),
    clear: (address) => actAt(address, { do: "clear", range: range(address) }),
    paste: (address, texts) => actAt(address, { do: "paste", at: place(address), texts }),
    copyPaste: (from, to) => actAt(to, { do: "copyPaste", from: range(from), to: range(to) }),
    sort: (address, by) => act({ do: "sort", range: range(address), by }),
    insertRows: (before, count = 1) => act({ do: "insertLines", side: "before", ...rows(before, count) }),
    deleteRows: (from, count = 1) => act({ do: "deleteLines", ...rows(from, count) }),
    undo: () => takeBack(world, person),
    redo: () => doAgain(world, person),
  };
}
