// `stageline changes`: what happened to the records of a book since a moment, and who did it. It writes nothing.

import { countWords } from "../../shared/report/number-words.ts";
import { type ChangedRecord, type ChangesView, changesView } from "../../shared/report/views/changes-view.ts";
import type { HistoryLine } from "../../shared/report/views/history-lines.ts";
import { addDays } from "../../shared/value/day.ts";
import { dayOf, type Moment, momentInZone, type Zone } from "../../shared/value/moment.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { bookZone } from "../book-zone.ts";
import { say } from "../output.ts";
import { type CommonOptions, runOf } from "../run-options.ts";
import { openStore } from "../stores/open-store.ts";

export interface ChangesOptions extends CommonOptions {
  readonly since?: string;
  readonly board?: string;
}

/** How far it looks back where nobody says since when, in days. */
const LOOKS_BACK_DAYS = 7;

export async function changesOfBook(path: string, options: ChangesOptions): Promise<void> {
  const store = await openStore(path, { access: "read" });
  const tables = await store.readTables();
  const zone = bookZone(tables);
  const { now } = runOf(options, { zone, knownBy: "command", source: store.source });
  const view = changesView(tables, {
    ...{ now, since: sinceOf(options, now, zone), most: Number.POSITIVE_INFINITY },
    ...(options.as === undefined ? {} : { person: options.as }),
    ...(options.board === undefined ? {} : { board: options.board }),
  });
  const { asOf, since, records } = view;
  say({ exitCode: 0, json: { asOf, since, records }, lines: linesOf(view) }, options);
}

function sinceOf({ since }: ChangesOptions, now: Moment, zone: Zone): Moment {
  const text = since ?? addDays(dayOf(now), -LOOKS_BACK_DAYS);
  const moment = momentInZone(text, zone);
  if (moment === undefined)
    throw new StagelineError("usage", `--since "${text}" is not a time like 2026-11-20T08:30`);
  return moment;
}

function linesOf({ since, records, nothing }: ChangesView): readonly string[] {
  const when = since.slice(0, 16).replace("T", " ");
  if (nothing !== undefined) return [`${nothing} since ${when}`];
  return [`${countWords(records.length, "record")} changed since ${when}:`, ...records.flatMap(recordLines)];
}

function recordLines({ name, board, isMine, lines, moreLines }: ChangedRecord): readonly string[] {
  return [
    `  ${name} (${board}${isMine ? ", yours" : ""})`,
    ...lines.map((line) => `    ${lineOf(line)}`),
    ...(moreLines === 0 ? [] : [`    and ${moreLines} more before`]),
  ];
}

function lineOf({ at, sentence, who, note, undone }: HistoryLine): string {
  const told = note === "" ? sentence : `${sentence}: ${note}`;
  return `${at.slice(0, 16).replace("T", " ")}  ${told}${undone ? ", taken back since" : ""} (${who})`;
}
