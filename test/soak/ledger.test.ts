// What the ledger of a run takes for lost where a script wrote IDs into the rows of others and took them out again.

import { expect, test } from "vitest";
import type { Entry } from "../../shared/log/entry.ts";
import { readLog } from "../../shared/log/log-tab.ts";
import { openBoard } from "../apps-script/sheet-world.ts";
import { gridTables } from "../hands/grid-tables.ts";
import { type Losses, lossesOf } from "./ledger.ts";
import { definitionIn } from "./prepared-book.ts";
import type { Step } from "./step.ts";

/**
 * Acme and Bolt come below Zero, Acme in a stage that is refused; a row is put above all just before they are written: so
 * Bolt's ID stands beside Acme until that is made good. `told`: what is known of the history.
 */
function lossesWhere(told: (entry: Entry) => Entry): Losses {
  const { google, spreadsheet, ada, ben } = openBoard("shows");
  ada.type("Shows!B2", "Zero");
  ada.answers.push("OK");
  ada.menu("Stageline", "Practice or live", "Live");
  const steps: Step[] = [];
  google.hooks.observe = (step) => {
    if (step.kind !== "api") steps.push(step);
  };
  let isMoved = false;
  google.hooks.interfere = ({ request }) => {
    const isWriting = request.ask === "grid" && request.writes.some(({ do: what }) => what === "setValues");
    if (isWriting && !isMoved) {
      isMoved = true;
      ben.insertRows("Shows!A2");
    }
    return undefined;
  };
  ada.paste("Shows!A3", [
    ["Deposit Received", "Acme"],
    ["Contract Signed", "Bolt"],
  ]);
  const { state } = google.spreadsheet(spreadsheet);
  const entries = readLog(gridTables(state)).entries.map(told);
  return lossesOf(steps, { definition: definitionIn(state), entries, isAskedFor: () => false });
}

test("a refused stage is told of the record of its row, though the ID of the next one stood there for a moment", () => {
  expect(lossesWhere((entry) => entry)).toEqual({ lost: [], allowed: [], heard: [] });
});

test("a stage that is told of another record only is lost, whosever ID stood there for a moment", () => {
  const { lost } = lossesWhere((entry) =>
    entry.kind === "refused" ? { ...entry, record: "rzero", name: "Zero" } : entry,
  );
  expect(lost).toEqual([expect.stringMatching(/^stage "Deposit Received" of "Acme" r\w+ by execution \d+$/)]);
});
