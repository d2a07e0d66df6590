// The windows that are open on the book, and who sits at each. A window that nobody has seen gets the first person who has
// none, so that a second window is a second person; one that is loaded again stays who it was.

import type { ServerResponse } from "node:http";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import type { Seat } from "../live/people-at-book.ts";
import type { WindowMessage } from "./window-message.ts";

export interface OpenWindow {
  readonly id: string;
  readonly email: string;
  readonly tell: (message: WindowMessage) => void;
  /** What the window has been told of last. */
  told: Spreadsheet;
  /** The book as it was when its person began to type into a cell that is not left yet. */
  typedInto?: Spreadsheet | undefined;
}

export interface Windows {
  readonly all: () => readonly OpenWindow[];
  readonly at: (email: string) => readonly OpenWindow[];
  readonly find: (id: string) => OpenWindow | undefined;
  /** Also one that is closed by now: what it asked for last may come after it. */
  readonly lastSeen: (id: string) => OpenWindow | undefined;
  readonly seatOf: (id: string) => Seat;
  /** Somebody else sits down at a window. */
  readonly sit: (id: string, email: string) => void;
  readonly open: (id: string, response: ServerResponse, told: Spreadsheet) => OpenWindow;
}

export function openWindows(seats: readonly Seat[]): Windows {
  const sitting = new Map<string, Seat>();
  const open = new Map<string, OpenWindow>();
  const seen = new Map<string, OpenWindow>();
  const [first] = seats;
  if (first === undefined) throw new Error("nobody can sit at a window");
  const seatOf = (id: string): Seat => {
    const taken = new Set([...open.values()].map(({ email }) => email));
    const seat = sitting.get(id) ?? seats.find(({ email }) => !taken.has(email)) ?? first;
    sitting.set(id, seat);
    return seat;
  };
  return {
    all: () => [...open.values()],
    at: (email) => [...open.values()].filter((window) => window.email === email),
    find: (id) => open.get(id),
    lastSeen: (id) => seen.get(id),
    seatOf,
    sit: (id, email) => {
      const seat = seats.find((each) => each.email === email);
      if (seat !== undefined) sitting.set(id, seat);
    },
    open: (id, response, told) => {
      const tell = (message: WindowMessage) => {
        if (!response.destroyed) response.write(`data: ${JSON.stringify(message)}\n\n`);
      };
      const window: OpenWindow = { id, email: seatOf(id).email, tell, told };
      open.set(id, window);
      seen.set(id, window);
      response.on("close", () => {
        if (open.get(id) === window) open.delete(id);
      });
      return window;
    },
  };
}
