// The small Google in which a book is tried: its spreadsheet, the add-on as it is pushed, installed for everybody who may
// sit at a window, and scripts that run as they come. It tells whoever watches of everything that a screen would show.

import { openGoogle } from "../../apps-script/google.ts";
import type { Dialog, ServiceRequest } from "../../apps-script/requests.ts";
import type { ThreadPool } from "../../apps-script/scheduler/thread-pool.ts";
import type { ExecutionRecord } from "../../apps-script/world/execution-record.ts";
import type { Person } from "../../apps-script/world/person.ts";
import type { ScriptPlan } from "../../apps-script/world/script-record.ts";
import type { GivenAnswer, SpreadsheetFile } from "../../apps-script/world/spreadsheet-file.ts";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import { keepReminders, PREVIEW_SCRIPT } from "./kept-reminders.ts";
import { type LiveClock, liveClock } from "./live-clock.ts";
import { liveRunner } from "./live-runner.ts";
import type { Seat } from "./people-at-book.ts";
import { stateRow, withStateRow } from "./state-row.ts";

export interface WorldPlan {
  readonly state: Spreadsheet;
  readonly addOn: ScriptPlan;
  readonly seats: readonly Seat[];
  readonly threads: ThreadPool;
  readonly machineMs: () => number;
  /** Another one each time. */
  readonly seed: number;
}

/** Whoever shows things to people; the e-mail says to whom. */
export interface Screens {
  readonly ask: (email: string, dialog: Dialog) => Promise<GivenAnswer>;
  readonly served: (record: ExecutionRecord, request: ServiceRequest) => void;
  readonly ended: (record: ExecutionRecord) => void;
  /** The spreadsheet may be another now. */
  readonly changed: () => void;
}

export interface LiveWorld {
  readonly file: SpreadsheetFile;
  readonly google: ReturnType<typeof openGoogle>;
  readonly clock: LiveClock;
  readonly functionNames: readonly string[];
  readonly personOf: (email: string) => Person;
  readonly quiet: () => Promise<void>;
}

export function openLiveWorld(plan: WorldPlan, screens: Screens): LiveWorld {
  const { state, seats, machineMs, seed } = plan;
  const google = openGoogle({ now: machineMs(), seed });
  const [owner, ...others] = seats.map(({ email }) => email);
  if (owner === undefined) throw new Error("a spreadsheet needs an owner");
  for (const { email } of seats) google.addAccount(email);
  const id = stateRow(state, "book");
  const spreadsheet = google.addSpreadsheet({
    name: state.name,
    owner,
    editors: others,
    state,
    ...(id === undefined ? {} : { id }),
  });
  const script = google.addScript({ ...plan.addOn, id: PREVIEW_SCRIPT });
  const runner = liveRunner(plan.threads, {
    ask: (person, dialog) => screens.ask(person.email, dialog),
    served: screens.served,
    ended: screens.ended,
    tick: () => clock.tick(),
  });
  const clock = liveClock(google.world, { machineMs, quiet: runner.quiet });
  google.world.runner = runner.run;
  google.hooks.observe = screens.changed;
  for (const { email } of seats) google.install(script, email);
  const file = google.spreadsheet(spreadsheet);
  file.enabled.add(script);
  // The add-on would write it when it is opened: a book that is only looked at stays as it is in its file.
  if (id === undefined) file.state = withStateRow(file.state, "book", spreadsheet);
  keepReminders(google.world, file);
  return {
    file,
    google,
    clock,
    functionNames: google.world.scripts.get(script)?.functionNames ?? [],
    personOf: (email) => google.person(email, spreadsheet),
    quiet: runner.quiet,
  };
}
