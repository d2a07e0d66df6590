// `stageline copy`: a book goes on in another home, from a file to Google Sheets or the other way, with its ids, history,
// state and set-up. The old one is only read, or with --move told where the book went. What cannot be kept is told first,
// and asked for where people made it.

import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { lastDefinition } from "../../shared/definition/definition-versions.ts";
import { readSetup } from "../../shared/definition/setup/read-setup.ts";
import { movedAway } from "../../shared/engine/acts/moved-book.ts";
import { readHead } from "../../shared/engine/head.ts";
import { hostRow } from "../../shared/engine/host-rows.ts";
import { outboxRows } from "../../shared/engine/outbox/outbox-row.ts";
import { isOwnBook } from "../../shared/engine/own-book.ts";
import { countWords } from "../../shared/report/number-words.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Connect } from "../copy/copy-place.ts";
import { type CopyPlan, copyPlan, type Made, madeCopy } from "../copy/copy-work.ts";
import { gridTables } from "../copy/grid-tables.ts";
import { openConnection } from "../google/connection.ts";
import { type Answer, say } from "../output.ts";
import type { CommonOptions } from "../run-options.ts";
import { systemSource } from "../run-source.ts";
import { openStore } from "../stores/open-store.ts";

export interface CopyOptions extends CommonOptions {
  readonly again?: boolean;
  readonly dryRun?: boolean;
  readonly move?: boolean;
}

export async function copyBook(from: string, to: string, options: CopyOptions): Promise<void> {
  const connect: Connect = openConnection;
  const again = options.again === true ? "begun again" : "refused";
  const plan = await copyPlan({ from, to, again, connect });
  if (options.dryRun === true) return say(previewAnswer(plan), options);
  if (plan.leftOut.things.length > 0 && options.accept !== true) return say(refusedAnswer(plan), options);
  const made = await madeCopy(plan, connect, systemSource.seed().slice(0, 8));
  const moves = options.move === true && made.differences.length === 0;
  say(doneAnswer(plan, made, moves ? await stoppedBook(from, plan, made) : { how: "goes on" }), options);
}

type OldBook =
  | { readonly how: "goes on" }
  | { readonly how: "stopped" }
  | { readonly how: "not stopped"; readonly why: string };

// The copy is there, whatever becomes of this.
async function stoppedBook(address: string, { source }: CopyPlan, { place }: Made): Promise<OldBook> {
  const from = source.kind === "file" ? "a file" : "a spreadsheet";
  try {
    const store = await openStore(address);
    await store.change((tables) => ({
      changes: movedAway(tables, { place, from }),
      definition: readSetup(tables, lastDefinition(tables)).definition,
      result: undefined,
    }));
    return { how: "stopped" };
  } catch (error) {
    if (error instanceof StagelineError) return { how: "not stopped", why: error.message };
    throw error;
  }
}

function previewAnswer(plan: CopyPlan): Answer {
  const { things, looks } = plan.leftOut;
  return {
    exitCode: 0,
    json: jsonOf(plan),
    lines: [
      `Would copy "${plan.source.name}": ${contentsOf(plan)}`,
      ...listed("  left out would be, and --accept asked for:", things),
      ...listed("  looks that would be left out:", looks),
    ],
  };
}

function refusedAnswer(plan: CopyPlan): Answer {
  const name = plan.source.name;
  return {
    exitCode: 3,
    json: jsonOf(plan),
    lines: [],
    problems: [
      `"${name}" was not copied, since not all that people made in it can be kept; add --accept to copy it without:`,
      ...plan.leftOut.things.map((thing) => `  - ${thing}`),
    ],
  };
}

function doneAnswer(plan: CopyPlan, made: Made, old: OldBook): Answer {
  const { things, looks } = plan.leftOut;
  const { differences, place } = made;
  const problems = [
    ...differences.map((where) => `${where} is not as it was to be; somebody may have worked in the copy`),
    ...(old.how === "not stopped" ? [`the old book was not stopped: ${old.why}`] : []),
  ];
  return {
    exitCode: problems.length > 0 ? 1 : 0,
    json: { ...jsonOf(plan, made), oldBook: old.how },
    lines: [
      `Copied "${plan.source.name}" to ${place}: ${contentsOf(plan)}`,
      ...listed("  left out:", things),
      ...listed("  looks that were left out:", looks),
      ...nextLines(plan, old),
    ],
    problems,
  };
}

function listed(head: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [head, ...items.map((item) => `  - ${item}`)];
}

function jsonOf({ copied, leftOut }: CopyPlan, made?: Made) {
  return {
    changed: made !== undefined,
    book: made?.place ?? null,
    tabs: copied.state.tabs.length,
    cells: filledCells(copied.state),
    leftOut,
    differences: made?.differences ?? [],
  };
}

function contentsOf({ copied }: CopyPlan): string {
  return `${countWords(copied.state.tabs.length, "tab")} with ${countWords(filledCells(copied.state), "cell")}`;
}

function filledCells({ tabs }: Spreadsheet): number {
  let count = 0;
  for (const { rows } of tabs) {
    for (const row of rows) {
      for (const cell of row?.cells ?? []) {
        if (cell !== undefined && (cell.value !== null || cell.formula !== undefined)) count += 1;
      }
    }
  }
  return count;
}

// Two books that both act are one too many.
function nextLines({ source, target }: CopyPlan, old: OldBook): readonly string[] {
  const tables = gridTables(source.state);
  if (!isOwnBook(tables)) return [];
  const waiting = outboxRows(tables).filter(({ state }) => state === "waiting to send").length;
  const asks = waiting === 1 ? "asks" : "ask";
  const isKept = source.kind === "google" && hostRow(readHead(tables), "owner") !== "";
  return [
    ...(old.how === "stopped"
      ? ["The old book is stopped: whoever works in it is told where it went on"]
      : goesOn(isKept)),
    ...(target.kind === "file" ? [] : ["In the copy reminders are off until somebody switches them on"]),
    ...(waiting === 0
      ? []
      : [
          `${countWords(waiting, "message")} that waited to be sent ${asks} a person first; see "stageline outbox"`,
        ]),
  ];
}

function goesOn(isKept: boolean): readonly string[] {
  return [
    "The old book is as it was. Go on in one of the two: what both send goes out twice (--move stops the old one)",
    ...(isKept
      ? ["Reminders are on in the old one: switch them off there with Stageline > Reminders > Off"]
      : []),
  ];
}
