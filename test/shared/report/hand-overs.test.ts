// Hand-overs that nobody took up are told in the report of the board they came from, and on the page of who is concerned.

import { expect, test } from "vitest";
import { csvTables } from "../../../shared/report/csv-report.ts";
import { handOverSection } from "../../../shared/report/hand-over-words.ts";
import { needsSentence } from "../../../shared/report/present-words.ts";
import { reportFromTables } from "../../../shared/report/report-from-tables.ts";
import { todayView } from "../../../shared/report/views/today-view.ts";
import { parseMoment } from "../../../shared/value/moment.ts";
import { accountsWorld, make } from "../engine/links/turns.ts";

const THURSDAY = parseMoment("2026-11-05T12:00:00Z");

function dealt() {
  const world = accountsWorld({ practice: true });
  make(world, "Acme", "Sales");
  world.edit("Acme", { Owner: "Bo" }, "Sales");
  world.run();
  return world.tables();
}

test("the report tells it on the board from which it was handed over, in all of its forms", () => {
  const { report } = reportFromTables(dealt(), { asOf: THURSDAY });
  const [prospecting, sales] = report.boards;
  expect(sales?.handOvers).toBe(undefined);
  expect(prospecting?.handOvers).toMatchObject([
    {
      name: "Acme",
      owner: "Rep",
      stage: "Active Opportunity",
      to: { board: "Sales" },
      why: "untouched",
      days: 3,
    },
  ]);
  if (prospecting === undefined) return;
  expect(handOverSection(prospecting, 5).table?.rows).toEqual([
    { name: "Acme", cells: ["Rep", "Sales", "untouched for 3 working days"] },
  ]);
  expect(needsSentence(prospecting)).toContain("1 hand-over that nobody took up");
  const rows = csvTables(report).find(({ name }) => name === "dropped hand-overs")?.rows;
  expect(rows?.[0]?.slice(-3)).toEqual(["untouched", expect.stringContaining("2026-11-02"), 3]);
});

test.each([
  ["Rep", 1],
  ["Bo", 1],
  ["Cy", 0],
])("on Today %s sees %i of them: who handed over does, and who should have taken", (person, count) => {
  const { groups } = todayView(dealt(), { now: THURSDAY, person });
  const handed = groups.find(({ kind }) => kind === "handed");
  expect(handed?.count ?? 0).toBe(count);
  if (count > 0)
    expect(handed?.items[0]?.sentence).toBe(
      'what it became on Sales, "Acme", is untouched for 3 working days',
    );
});
