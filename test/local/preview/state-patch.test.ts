// A state that travels as what changed in it arrives whole.

import { expect, test } from "vitest";
import { act } from "../../../local/grid/people/acts.ts";
import type { PersonAct } from "../../../local/grid/people/person-act.ts";
import { newSpreadsheet } from "../../../local/grid/spreadsheet.ts";
import { patchBetween, patched } from "../../../local/preview/saving/state-patch.ts";

const begun = act(newSpreadsheet({ name: "Work", tabs: ["Sales", "Notes"] }), {
  do: "paste",
  at: { tab: 0, row: 1, column: 1 },
  texts: [["Name"], ["Ann"], ["Bob"], ["Cy"]],
}).state;

test.each<readonly [string, PersonAct]>([
  ["an edit", { do: "type", tab: 0, row: 2, column: 1, text: "Dee" }],
  ["a deleted row", { do: "deleteLines", tab: 0, axis: "rows", at: 2, count: 1 }],
  ["rows at the end", { do: "paste", at: { tab: 0, row: 9, column: 1 }, texts: [["Eve"]] }],
  ["an emptied end", { do: "clear", range: { tab: 0, row: 3, column: 1, rows: 2, columns: 1 } }],
  ["a new tab", { do: "newTab", name: "More" }],
  ["a deleted tab", { do: "deleteTab", tab: 0 }],
])("%s arrives as it is", (_, what) => {
  const after = act(begun, what).state;
  const sent: unknown = structuredClone(patchBetween(begun, after));
  const arrived = patched(begun, sent as ReturnType<typeof patchBetween>);
  const plain = { ...after, tabs: after.tabs.map(({ shifts: _shifts, ...tab }) => tab) };
  expect(JSON.parse(JSON.stringify(arrived))).toEqual(JSON.parse(JSON.stringify(plain)));
});

test("of an edit only its row travels", () => {
  const after = act(begun, { do: "type", tab: 0, row: 2, column: 1, text: "Dee" }).state;
  const [sales, notes] = patchBetween(begun, after).tabs;
  expect(sales).toMatchObject({ isSame: false, rows: [[1, { cells: [{ value: "Dee" }] }]] });
  expect(notes).toEqual({ id: 1001, isSame: true });
});
