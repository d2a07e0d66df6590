// What a list of changes comes to on a spreadsheet: steps over its tabs as they stand, and the requests that do them.

import { plannedSteps } from "../../../shared/engine/writing/planned-steps.ts";
import type { FingerprintIn } from "../../../shared/engine/writing/row-fingerprint.ts";
import type { Change } from "../../../shared/table/change.ts";
import { draftedBook } from "../../../shared/table/planning/drafted-book.ts";
import type { Connection } from "../connection.ts";
import type { Drawing, Request } from "../dressing/drawing.ts";
import { dressingQuestion } from "../dressing/dressing-question.ts";
import { layoutRequests } from "../dressing/layout-requests.ts";
import { nothingSeen, type SeenSheets, seenSheets, wholeHeaderIn } from "../dressing/seen-sheets.ts";
import { sheetPlaces } from "../dressing/sheet-place.ts";
import type { GoogleBook } from "../reading/google-book.ts";
import { cellsSet, foldedSteps, type SheetStep, stepRequests } from "./step-requests.ts";

export interface PlannedBatch {
  readonly steps: readonly SheetStep[];
  readonly requests: readonly Request[];
  /** Cells that are set. */
  readonly cells: number;
}

/** What is known beside the changes. */
export interface BatchPlace {
  readonly fingerprintIn: FingerprintIn;
  readonly seen: SeenSheets;
  /** Makes the ids of new tabs. */
  readonly seed: string;
}

/**
 * The batch that makes the changes.
 *
 * @throws {StagelineError} `guard`, when a tab, column or row that a change names is not there; `value`, when no cell
 *   can hold a value
 */
export function plannedBatch(
  { tabs }: Pick<GoogleBook, "tabs">,
  changes: readonly Change[],
  { fingerprintIn, seen, seed }: BatchPlace,
): PlannedBatch {
  const wholeHeader = wholeHeaderIn(tabs, seen);
  const drafted = draftedBook({ tabs, wholeHeader, addsRows: "wherever the tab ends" });
  const { layouts, steps } = plannedSteps(drafted, changes, fingerprintIn);
  const folded = foldedSteps(steps);
  const drawing: Drawing = { drafted, layouts, places: sheetPlaces(layouts, { seed, tabs }), seen };
  const requests = [...layoutRequests(drawing), ...folded.flatMap((step) => stepRequests(step, drawing))];
  return { steps: folded, requests, cells: folded.reduce((sum, step) => sum + cellsSet(step), 0) };
}

/** The requests of steps that draw nothing. */
export function requestsOf(
  steps: readonly SheetStep[],
  { tabs }: Pick<GoogleBook, "tabs">,
): readonly Request[] {
  const drafted = draftedBook({ tabs, wholeHeader: wholeHeaderIn(tabs, nothingSeen) });
  const places = sheetPlaces([], { seed: "", tabs });
  const drawing: Drawing = { drafted, layouts: [], places, seen: nothingSeen };
  return steps.flatMap((step) => stepRequests(step, drawing));
}

/** What stands around the cells of tabs that the changes lay out or take off. */
export async function dressingOf(
  connection: Connection,
  { tabs }: Pick<GoogleBook, "tabs">,
  changes: readonly Change[],
): Promise<SeenSheets> {
  const question = dressingQuestion(tabs, changes);
  if (question === undefined) return nothingSeen;
  const { ranges, fields } = question;
  const { spreadsheetId } = connection;
  return seenSheets(
    await connection.read("look at dropdowns, notes and colours", (sheets) =>
      sheets.spreadsheets.get({ spreadsheetId, ranges: [...ranges], fields }),
    ),
  );
}
