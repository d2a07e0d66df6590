// What a script reads of a spreadsheet. Only one question changes it: a script that makes a tab asks for the tab.

import { metadataOf } from "../metadata.ts";
import type { ScriptAnswers, ScriptRead } from "../protocol.ts";
import { type Spreadsheet, tabById, usedSize } from "../spreadsheet.ts";
import { withNewTab } from "../tabs.ts";
import { foundCells } from "./found-cells.ts";
import { readCells } from "./read-cells.ts";
import { spreadsheetSummary, tabSummary } from "./summaries.ts";

export interface GridAnswer<Answer> {
  readonly state: Spreadsheet;
  readonly answer: Answer;
}

/** @throws {GridError} where there is no such tab or range, or a new tab's name is taken */
export function readGrid<Read extends ScriptRead>(
  state: Spreadsheet,
  read: Read,
): GridAnswer<ScriptAnswers[Read["ask"]]>;
export function readGrid(state: Spreadsheet, read: ScriptRead): GridAnswer<ScriptAnswers[ScriptRead["ask"]]> {
  if (read.ask === "insertTab") {
    const made = withNewTab(state, read);
    return { state: made.state, answer: tabSummary(made.tab) };
  }
  return { state, answer: answerTo(state, read) };
}

function answerTo(
  state: Spreadsheet,
  read: Exclude<ScriptRead, { ask: "insertTab" }>,
): ScriptAnswers[Exclude<ScriptRead["ask"], "insertTab">] {
  switch (read.ask) {
    case "spreadsheet":
      return spreadsheetSummary(state);
    case "lastRow":
      return usedSize(tabById(state, read.tab)).rows;
    case "lastColumn":
      return usedSize(tabById(state, read.tab)).columns;
    case "cells":
      return readCells(state, read);
    case "find":
      return foundCells(state, read);
    case "conditionalFormats":
      return tabById(state, read.tab).conditionalFormats;
    case "protections":
      return tabById(state, read.tab).protections;
    case "charts":
      return tabById(state, read.tab).charts;
    case "namedRanges":
      return state.namedRanges;
    case "metadata":
      return metadataOf(state, read);
    case "merges":
      return tabById(state, read.tab).merges;
    case "filter":
      return tabById(state, read.tab).filter?.range ?? null;
  }
}
