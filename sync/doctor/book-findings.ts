// First aid for what a book holds: whether it is one of ours, whether its clock is the spreadsheet's, whether anybody
// keeps it, and whether its set-up, its rows and its history are well.

import { lastDefinition } from "../../shared/definition/definition-versions.ts";
import { readSetup } from "../../shared/definition/setup/read-setup.ts";
import { checkedBook } from "../../shared/engine/checked-book.ts";
import { completedHead, historyProblem } from "../../shared/engine/counted-history.ts";
import { type Head, readHead } from "../../shared/engine/head.ts";
import { hostRow, lastKept } from "../../shared/engine/host-rows.ts";
import { isOwnBook } from "../../shared/engine/own-book.ts";
import type { Run } from "../../shared/engine/run.ts";
import { alteredRows, readLog } from "../../shared/log/log-tab.ts";
import { countWords } from "../../shared/report/number-words.ts";
import { sentenceOf } from "../../shared/table/problem.ts";
import type { Tables } from "../../shared/table/table.ts";
import { instantMs, type Moment, momentInZone, utc } from "../../shared/value/moment.ts";
import { isSameZone, isTimeZone } from "../time-zone.ts";
import { type Finding, tried } from "./finding.ts";

export interface BookLook {
  readonly tables: Tables;
  /** The book as people name it on the command line. */
  readonly address: string;
  /** The zone of the spreadsheet, where it has one of its own. */
  readonly sheetZone?: string;
  readonly run: () => Run;
}

/** The add-on looks every hour, and Google may be late. */
const ADD_ON_MS = 2 * 3_600_000;
/** A timer runs once a day at least, and its days may be an hour longer. */
const TIMER_MS = 25 * 3_600_000;

export async function bookFindings(look: BookLook): Promise<readonly Finding[]> {
  if (!isOwnBook(look.tables)) {
    const todo = `make boards with "stageline new", or one of a tab that is there with "stageline adopt"`;
    return [{ step: "Boards", state: "missing", found: "there are none of ours yet", todo }];
  }
  const zone = zoneFinding(look);
  const run = await tried("Time zone", look.run);
  if ("finding" in run) return [run.finding];
  const { now } = run.result;
  const keeping = look.sheetZone === undefined ? [] : [keepingFinding(look.tables, now)];
  return [zone, ...keeping, await contentFinding(look, run.result), await historyFinding(look.tables)];
}

function zoneFinding({ tables, sheetZone }: BookLook): Finding {
  const step = "Time zone";
  const { zone } = readSetup(tables, lastDefinition(tables)).definition;
  if (!isTimeZone(zone)) {
    const found = `"${zone}" on the tab Pipelines is not a time zone`;
    return { step, state: "missing", found, todo: "write one such as Europe/Amsterdam" };
  }
  if (sheetZone === undefined || isSameZone(sheetZone, zone)) return { step, state: "ok", found: zone };
  return {
    step,
    state: "missing",
    found: `the spreadsheet counts in ${sheetZone}, and the book in ${zone}`,
    todo: "make them the same: File > Settings, or the column Time zone of the tab Pipelines",
  };
}

// By the add-on, whose reminders look while nobody types, or by a timer that runs `stageline sync`.
function keepingFinding(tables: Tables, now: Moment): Finding {
  const step = "Add-on";
  const head = readHead(tables);
  const owner = hostRow(head, "owner");
  const [kept, synced] = [lastKept(head), lastSynced(head)];
  const isYoung = (moment: Moment, ms: number) => instantMs(now) - instantMs(moment) <= ms;
  const atWork =
    kept === undefined ? "it was never at work in this sheet" : `it was last at work on ${wordsOf(kept)}`;
  const reminders = owner === "" ? "its reminders are off" : `its reminders are those of ${owner}`;
  if (kept !== undefined && owner !== "" && isYoung(kept, ADD_ON_MS))
    return { step, state: "ok", found: `${atWork}; ${reminders}` };
  if (synced !== undefined) {
    const found = `${atWork}; "stageline sync" wrote last on ${wordsOf(synced)}`;
    if (isYoung(synced, TIMER_MS)) return { step, state: "ok", found };
    // It writes only where something changed, so this may be well.
    return { step, state: "note", found, todo: "look whether its timer still runs" };
  }
  const todo =
    'switch its reminders on in the sheet (Stageline > Reminders > On), or run "stageline sync" by a timer';
  return { step, state: "missing", found: kept === undefined ? atWork : `${atWork}; ${reminders}`, todo };
}

function lastSynced(head: Head): Moment | undefined {
  const text = hostRow(head, "synced");
  return text === "" ? undefined : momentInZone(text, utc);
}

async function contentFinding({ tables, address }: BookLook, run: Run): Promise<Finding> {
  const step = "Set-up and rows";
  const checked = await tried(step, () => checkedBook(tables, run));
  if ("finding" in checked) return checked.finding;
  const { problems, waiting } = checked.result;
  const rest =
    waiting === 0
      ? ""
      : `; ${countWords(waiting, "change")} of people ${waiting === 1 ? "waits" : "wait"} for the next look`;
  if (problems.length === 0) return { step, state: "ok", found: `no problems${rest}` };
  const todo = `stageline check ${JSON.stringify(address)} lists them`;
  return { step, state: "missing", found: `${countWords(problems.length, "problem")}${rest}`, todo };
}

async function historyFinding(tables: Tables): Promise<Finding> {
  const step = "History";
  const read = await tried(step, () => readLog(tables));
  if ("finding" in read) return read.finding;
  const log = read.result;
  const wrong = historyProblem(completedHead(readHead(tables), log), log.checks) ?? alteredRows(tables)[0];
  if (wrong === undefined)
    return { step, state: "ok", found: `whole, ${countWords(log.entries.length, "entry")}` };
  return { step, state: "missing", found: sentenceOf(wrong) };
}

// "2026-11-20 08:30 (+01:00)"
function wordsOf(moment: Moment): string {
  return `${moment.slice(0, 16).replace("T", " ")} (${moment.slice(-6)})`;
}
