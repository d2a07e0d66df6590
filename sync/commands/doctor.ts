// `stageline doctor`: first aid in words, step by step: what is well, what is missing, and what to do. Nothing is written.

import type { Tables } from "../../shared/table/table.ts";
import { aligned } from "../aligned.ts";
import { runIn } from "../book-zone.ts";
import { bookFindings } from "../doctor/book-findings.ts";
import { fileFindings } from "../doctor/file-findings.ts";
import { type Finding, tried } from "../doctor/finding.ts";
import { spreadsheetIdIn } from "../google/spreadsheet-address.ts";
import { type Answer, say } from "../output.ts";
import type { CommonOptions } from "../run-options.ts";
import { systemSource } from "../run-source.ts";

export interface DoctorOptions extends CommonOptions {
  readonly readOnly?: boolean;
}

export async function lookAfterBook(address: string, options: DoctorOptions): Promise<void> {
  say(answerOf(address, await findingsOf(address, options)), options);
}

async function findingsOf(address: string, options: DoctorOptions): Promise<readonly Finding[]> {
  const meant = await tried("Address", () => spreadsheetIdIn(address));
  if ("finding" in meant) return [meant.finding];
  if (meant.result !== undefined) return googleBook(meant.result, address, options);
  if (!/\.xlsx$/i.test(address)) {
    const found = `"${address}" is neither a path that ends in .xlsx nor the address of a Google Sheet`;
    return [{ step: "Address", state: "missing", found }];
  }
  const { findings, tables } = await fileFindings(address);
  return tables === undefined ? findings : [...findings, ...(await heldBy(tables, { address, options }))];
}

async function googleBook(
  spreadsheetId: string,
  address: string,
  options: DoctorOptions,
): Promise<readonly Finding[]> {
  const { googleFindings } = await import("../doctor/google-findings.ts");
  const access = options.readOnly === true ? "read" : "write";
  const { findings, held } = await googleFindings({ spreadsheetId, environment: process.env, access });
  if (held === undefined) return findings;
  const { tables, sheetZone } = held;
  return [...findings, ...(await heldBy(tables, { address, options, sheetZone }))];
}

interface HeldWish {
  readonly address: string;
  readonly options: DoctorOptions;
  readonly sheetZone?: string;
}

function heldBy(tables: Tables, { options, ...place }: HeldWish): Promise<readonly Finding[]> {
  const run = () => runIn({ tables, knownBy: "sweep", source: systemSource }, options);
  return bookFindings({ ...place, tables, run });
}

function answerOf(book: string, findings: readonly Finding[]): Answer {
  const isWell = findings.every(({ state }) => state !== "missing");
  return {
    exitCode: isWell ? 0 : 1,
    json: { book, well: isWell, steps: findings },
    lines: [
      ...aligned(findings.flatMap(linesOf)),
      isWell ? "All is well" : "Something is missing: see above",
    ],
  };
}

function linesOf({ step, state, found, todo }: Finding): readonly (readonly string[])[] {
  return [[state, step, found], ...(todo === undefined ? [] : [["", "", `→ ${todo}`]])];
}
