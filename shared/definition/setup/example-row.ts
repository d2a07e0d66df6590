// A row that shows how a set-up tab is filled in, where a new book would leave it empty. Its name says that it is an
// example; it counts for nothing while nobody has touched it, is a row like any other once somebody has, and is not
// brought back when it was deleted.

import { textOf } from "../../table/cell.ts";
import { EXAMPLE_WORD, type RowCells } from "../../table/layout.ts";
import { parseDay, serialFromDay } from "../../value/day.ts";

/** Stands where the id of a real row does; no id looks like it, so that a row that was edited gets its own. */
const EXAMPLE_ID = "Example";

/** By the key of the tab's layout. */
const EXAMPLES: Readonly<Record<string, RowCells>> = {
  fields: { field: `Budget ${EXAMPLE_WORD}`, type: "number", help: "What they can spend" },
  milestones: { milestone: `First call ${EXAMPLE_WORD}`, points: 5, reached_when: "Call logged" },
  rules: {
    rule: `Call back ${EXAMPLE_WORD}`,
    when: "2 working days after Call",
    does: "remind owner: call back",
    until: "a reply",
  },
  messages: {
    message: `Welcome ${EXAMPLE_WORD}`,
    purpose: "service",
    to: "contact",
    subject: "Welcome",
    body: "Dear {{Name}}, thank you for your interest.",
    review: "yes",
  },
  // Neither an address nor a role: whoever writes another name over it would have them, too.
  team: { person: `Ada Lovelace ${EXAMPLE_WORD}` },
  calendar: {
    day: { serial: serialFromDay(parseDay("2030-01-01")) },
    what: `New Year's Day ${EXAMPLE_WORD}`,
  },
};

/**
 * The example for a tab; `undefined` for a tab that has none.
 *
 * @example
 * exampleRow("team", "Offers").person //=> "Ada Lovelace (example)"
 */
export function exampleRow(tab: string, pipeline: string): RowCells | undefined {
  const cells = EXAMPLES[tab];
  if (cells === undefined) return undefined;
  const isOfBook = tab === "team" || tab === "calendar";
  return { ...(isOfBook ? {} : { pipeline }), ...cells, id: EXAMPLE_ID };
}

/**
 * Whether a row of a tab is the example that nobody has touched.
 *
 * @example
 * isExample("team", { person: "Ada Lovelace", id: "Example" }) //=> false
 */
export function isExample(tab: string, cells: RowCells): boolean {
  const example = EXAMPLES[tab];
  if (example === undefined || textOf(cells["id"]) !== EXAMPLE_ID) return false;
  return Object.entries(cells).every(
    ([key, cell]) =>
      key === "id" || key === "pipeline" || key === "in_words" || textOf(cell) === textOf(example[key]),
  );
}
