// A board of twelve stages with so many deals on it, as a team leaves it after a quarter: they came on different days, are
// worth something, have owners and next steps, and some are over their limit. An offer needs a budget, and a proposal the
// day of it.

import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import type { Definition } from "../../shared/definition/pipeline.ts";
import { pipelineFromPlan } from "../../shared/definition/templates/template.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import { emptyDefinition, newBoards } from "../../shared/engine/setup/new-boards.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Tables } from "../../shared/table/table.ts";
import { addDays, parseDay, serialFromDay } from "../../shared/value/day.ts";
import { momentFromInstant, utc } from "../../shared/value/moment.ts";
import { gridOf } from "./large-book.ts";

const OPEN = ["Lead", "Contacted", "Qualified", "Meeting", "Demo", "Offer", "Proposal", "Contract"];
const OWNERS = ["Ada", "Ben", "Cem Kaya", "", "Dorothea van den Heuvel-Oosterbroek", "ada@example.com"];
const START_MS = Date.UTC(2026, 7, 3, 9);
const BATCH_MS = 21 * 86_400_000;
/** The deals came on so many days, three weeks apart. */
const BATCHES = 4;

const deals = pipelineFromPlan({
  name: "Sales",
  noun: "deal",
  currency: "EUR",
  stages: [
    ...OPEN.map((name) => ({
      name,
      ...(name === "Offer" ? { needs: "Budget", limitDays: 10 } : {}),
      ...(name === "Proposal" ? { needs: "Budget; Deadline", limitDays: 20 } : {}),
    })),
    { name: "Won", kind: "won" },
    { name: "Later", kind: "parked" },
    { name: "Lost", kind: "lost" },
    { name: "Bad fit", kind: "avoid" },
  ],
  fields: [
    { name: "Company", type: "text" },
    { name: "Budget", type: "money" },
    { name: "Deadline", type: "day" },
  ],
});

/** When somebody looks at it. */
export const WIDE_BOARD_NOW = START_MS + BATCHES * BATCH_MS;

/** The board "Sales" with so many deals, as a grid. */
export function wideBoard(records: number): Spreadsheet {
  const { tables, definition } = wideBook(records);
  return gridOf(tables, definition);
}

/** The same as tables. */
export function wideBook(records: number): { readonly tables: Tables; readonly definition: Definition } {
  const at = (batch: number) => momentFromInstant(START_MS + batch * BATCH_MS, utc);
  const present = emptyDefinition({ zone: "UTC", practice: false });
  const made = newBoards([], present, { boards: [{ tab: "Sales", pipeline: deals }], now: at(0) });
  const rows = Array.from({ length: records }, (_, index) => dealOf(index));
  const lived = Array.from({ length: BATCHES }).reduce<Tables>(
    (tables, _, batch) => {
      const came = rows.filter((_row, index) => index % BATCHES === batch);
      const grown = applyChanges(tables, [{ kind: "append", tab: "Sales", rows: came }]);
      const run = { now: at(batch), zone: utc, knownBy: "sweep", seed: `batch ${batch} `.repeat(8) } as const;
      return applyChanges(grown, reconcile(grown, run).changes);
    },
    applyChanges([], made.changes),
  );
  return { tables: lived, definition: made.definition };
}

function dealOf(index: number) {
  const stages = deals.stages.map(({ name }) => name);
  const stage = stages[(index * 7 + Math.floor(index / 12)) % stages.length] ?? "";
  const deadline = { serial: serialFromDay(addDays(parseDay("2026-10-01"), index % 90)) };
  return {
    name: index % 31 === 7 ? `${LONG} ${index + 1}` : `${FIRST[index % FIRST.length]} ${index + 1}`,
    stage,
    owner: OWNERS[index % OWNERS.length] ?? "",
    company: `${TRADE[index % TRADE.length]} ${Math.floor(index / 5) + 1}`,
    budget: 500 + ((index * 137) % 9000),
    deadline,
    ...(index % 4 === 0 ? { next_step: "call about the drawings", next_step_on: deadline } : {}),
  };
}

const LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk und Söhne Gesellschaft mbH";
const FIRST = ["Bakery North", "Hill School", "Ann Lee", "City Garage", "Mill Hotel", "Old Harbour"];
const TRADE = ["Lee & Co", "North", "Kaya Bros", "Van Dijk"];
