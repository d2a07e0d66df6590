// Between windows and the world: what scripts put on a screen is told to the windows of that person, and what changes in
// the book to all. Everything goes to a window in one row, so that no later state is painted over by an earlier one.

import type { ServerResponse } from "node:http";
import type { ServiceRequest } from "../../apps-script/requests.ts";
import type { ExecutionRecord } from "../../apps-script/world/execution-record.ts";
import { type LiveWorld, openLiveWorld, type WorldPlan } from "../live/live-world.ts";
import { shownBook } from "../shown/shown-book.ts";
import { shownChanges } from "../shown/shown-changes.ts";
import { shownRange } from "../shown/shown-range.ts";
import { framePage } from "./frame-page.ts";
import { type OpenDialogs, openDialogs } from "./open-dialogs.ts";
import { shownClock, shownMails } from "./shown-world.ts";
import { takenWishes } from "./taken-wishes.ts";
import type { Saving, WindowMessage } from "./window-message.ts";
import type { WindowRequest } from "./window-request.ts";
import { type OpenWindow, openWindows, type Windows } from "./windows.ts";
import { doWish } from "./wishes.ts";

export interface Desk {
  readonly world: LiveWorld;
  readonly windows: Windows;
  readonly dialogs: OpenDialogs;
  /** The calls of pages that run: whose they are, by their execution. */
  readonly calls: Map<number, { readonly window: string; readonly call: string }>;
  /** Tells all windows what the book has become. */
  readonly showChanges: () => void;
  readonly showClock: () => void;
  readonly showSaving: (saving: Saving) => void;
  readonly open: (window: string, response: ServerResponse) => void;
  readonly receive: (request: WindowRequest) => "taken in" | "unknown window";
  /** A page that a script showed. */
  readonly frame: (id: number) => string | undefined;
}

export interface DeskPlan extends WorldPlan {
  /** Where the book is kept, in words. */
  readonly kept: string;
  readonly saving: Saving;
  /** Told after each change of the book. */
  readonly changed: () => void;
}

export function openDesk(plan: DeskPlan): Desk {
  const windows = openWindows(plan.seats);
  const dialogs = openDialogs();
  const wishes = takenWishes();
  const frames: string[] = [];
  const calls: Desk["calls"] = new Map();
  let saving = plan.saving;
  let isScheduled = false;

  const tell = (email: string, message: WindowMessage) => {
    for (const window of windows.at(email)) window.tell(message);
  };
  const tellAll = (message: WindowMessage) => {
    for (const window of windows.all()) window.tell(message);
  };
  const showChanges = () => {
    for (const window of windows.all()) {
      const changes = shownChanges(window.told, world.file.state);
      window.told = world.file.state;
      if (changes.length > 0) window.tell({ kind: "changes", changes });
    }
  };
  const world = openLiveWorld(plan, {
    ask: (email, dialog) => {
      const { open, given } = dialogs.ask(email, dialog);
      tell(email, { kind: "dialog", id: open.id, dialog });
      return given;
    },
    served: (record, request) => showServed(record, request),
    ended: (record) => showEnded(record),
    changed: () => {
      if (isScheduled || world.file.state === known) return;
      isScheduled = true;
      setImmediate(() => {
        isScheduled = false;
        known = world.file.state;
        showChanges();
        plan.changed();
      });
    },
  });

  let known = world.file.state;

  const showServed = ({ plan: { person } }: ExecutionRecord, request: ServiceRequest) => {
    if (request.ask === "sendMail") tellAll({ kind: "mails", mails: shownMails(world) });
    if (request.ask === "createTrigger" || request.ask === "deleteTrigger") showClock();
    if (person === undefined) return;
    const { email } = person;
    if (request.ask === "toast") tell(email, { kind: "toast", ...request });
    if (request.ask === "showMenu") tell(email, { kind: "menus", menus: world.personOf(email).seen.menus });
    if (request.ask === "select") {
      const { tab, range } = request.selection;
      tell(email, { kind: "select", tab, ...(range === undefined ? {} : { range: shownRange(range) }) });
    }
    if (request.ask === "showPage") {
      const { html, ...page } = request.page;
      const id = frames.push(framePage(html, world.functionNames));
      tell(email, { kind: "page", page: { id, ...page } });
    }
  };
  const showEnded = (record: ExecutionRecord) => {
    showChanges();
    const asked = calls.get(record.id);
    calls.delete(record.id);
    const message = record.error?.message;
    const window = asked === undefined ? undefined : windows.find(asked.window);
    if (asked !== undefined && window !== undefined) {
      const outcome = message === undefined ? { told: record.result ?? null } : { failed: message };
      window.tell({ kind: "answer", call: asked.call, ...outcome });
    } else if (message !== undefined && record.plan.person !== undefined) {
      tell(record.plan.person.email, { kind: "failure", message });
    }
  };
  let shownTime = "";
  const showClock = () => {
    const clock = shownClock(world);
    if (JSON.stringify(clock) === shownTime) return;
    shownTime = JSON.stringify(clock);
    tellAll({ kind: "clock", clock });
  };

  const greet = (window: OpenWindow) => {
    const person = windows.seatOf(window.id);
    window.tell({
      kind: "hello",
      person,
      seats: plan.seats,
      book: shownBook(window.told),
      kept: plan.kept,
      clock: shownClock(world),
      mails: shownMails(world),
      saving,
    });
    world.personOf(window.email).open();
    for (const { id, dialog } of dialogs.of(window.email)) window.tell({ kind: "dialog", id, dialog });
  };
  const desk: Desk = {
    world,
    windows,
    dialogs,
    calls,
    showChanges,
    showClock,
    showSaving: (present) => {
      saving = present;
      tellAll({ kind: "saving", saving });
    },
    open: (window, response) => greet(windows.open(window, response, world.file.state)),
    receive: (request) => {
      const window = windows.lastSeen(request.window);
      if (window === undefined) return "unknown window";
      for (const wish of wishes.untaken(request)) {
        world.clock.tick();
        doWish(desk, window, wish);
      }
      return "taken in";
    },
    frame: (id) => frames[id - 1],
  };
  return desk;
}
