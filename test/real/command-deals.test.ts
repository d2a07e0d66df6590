// The command on 8,800 deals, from the seller's file to the report. The figures are those that an independent program
// counted from the same file.

import { beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import type { BoardReport, BookReport } from "../../shared/report/book-report.ts";
import { hashOf, newPath, type Ran, stageline } from "../command.ts";
import { describeReal, realJson, realPath } from "./real-data.ts";

const Reference = z.object({
  crm: z.object({
    per_rep: z.record(
      z.string(),
      z.object({
        deals: z.number(),
        won: z.number(),
        lost: z.number(),
        engaging: z.number(),
        prospecting: z.number(),
        win_rate: z.number(),
      }),
    ),
  }),
});

const stages = "Prospecting > Engaging > Won:won | Lost:lost";
/** The Dashboard goes by the day, so that everything is done on one. */
const now = ["--now", "2017-12-31T00:00"];
const columns = [
  ["--board", "Deals", "--id", "opportunity_id", "--stage", "deal_stage"],
  ["--field", "Owner=sales_agent", "--field", "Company=account", "--field", "Amount=close_value"],
  ["--on", "Engaging=engage_date", "--on", "Won=close_date", "--on", "Lost=close_date"],
  now,
].flat();

describeReal("deals", () => {
  const book = newPath("deals.xlsx");
  let made: Ran;
  let imported: Ran;
  let importedHash: string;
  let report: BoardReport | undefined;

  beforeAll(async () => {
    made = await stageline("new", book, "--board", "Deals", "--stages", stages);
    imported = await importDeals();
    importedHash = hashOf(book);
    const asked = ["--board", "Deals", "--by", "Owner", "--as", "json", "--as-of", "2017-12-31"];
    report = ((await stageline("report", book, ...asked)).json as BookReport).boards[0];
  });

  function importDeals(): Promise<Ran> {
    return stageline("import", book, realPath("deals/deals.csv"), ...columns, "--json");
  }

  test("8,800 deals are taken in without a problem", () => {
    expect(made.exitCode).toBe(0);
    expect(imported.stderr).toBe("");
    expect(imported.exitCode).toBe(0);
    expect(imported.json).toMatchObject({ changed: true, added: 8800, updated: 0, lines: [], problems: [] });
  });

  test("what was made and left out on the way is said", () => {
    expect(imported.json).toMatchObject({
      notes: expect.arrayContaining([
        'made the field "Amount" (number)',
        "columns that were not taken: product",
        "30 owners were added to Team, without a role",
      ]),
    });
  });

  test("the same file a second time, and a sync, change no byte of the book", async () => {
    expect((await importDeals()).json).toMatchObject({
      changed: false,
      added: 0,
      updated: 0,
      unchanged: 8800,
    });
    expect((await stageline("sync", book, "--json", ...now)).json).toMatchObject({
      changed: false,
      entries: 0,
      cells: 0,
    });
    expect((await stageline("sync", book, ...now)).stdout).toBe("Nothing to change\n");
    expect(hashOf(book)).toBe(importedHash);
  });

  test("8,800 deals were prospects, 8,300 of them engaged, and 4,238 were won", () => {
    expect(report?.records).toBe(8800);
    const reached = report?.stages.map(({ stage, reached: count, now }) => [stage, count, now]);
    expect(reached).toEqual([
      ["Prospecting", 8800, 500],
      ["Engaging", 8300, 1589],
      ["Won", 4238, 4238],
      ["Lost", 2473, 2473],
    ]);
    expect(report?.stages[1]?.fromPrevious).toBe(0.943182);
  });

  test("of 8,300 engaged deals 4,238 were won, 2,473 lost, and 1,589 are open", () => {
    const step = report?.steps.find(({ from }) => from === "Engaging");
    expect(step).toMatchObject({
      ...{ to: "Won", entered: 8300, converted: 4238, dropped: 2473, pending: 1589, firstSeenLater: 0 },
      ...{ rate: 0.510602, decided: 0.631501 },
    });
  });

  test("63.15 % of the closed deals were won, the middle one after 57 days", () => {
    expect(report?.outcomes).toMatchObject({ won: 4238, lost: 2473, winRate: 0.631501 });
    expect(report?.cycle.plainMedianWon).toBe(57);
  });

  test("each of the 30 sellers has the deals that the reference counted", () => {
    const { per_rep } = Reference.parse(realJson("deals/reference.json")).crm;
    const counted = report?.by?.map(({ value, records, outcomes, now }) => {
      const standing = new Map(now.map(({ stage, count }) => [stage, count]));
      const { won, lost, winRate } = outcomes;
      const [engaging, prospecting] = [standing.get("Engaging") ?? 0, standing.get("Prospecting") ?? 0];
      return [value, { deals: records, won, lost, win_rate: winRate, engaging, prospecting }];
    });
    const expected = Object.entries(per_rep).map(
      ([name, { deals, won, lost, win_rate, engaging, prospecting }]) => [
        name,
        { deals, won, lost, win_rate, engaging, prospecting },
      ],
    );
    expect(Object.fromEntries(counted ?? [])).toEqual(Object.fromEntries(expected));
  });

  test("an untouched copy of the book is kept at its first change", async () => {
    const kept = await stageline("report", `${book}.before-stageline.xlsx`, "--json");
    expect((kept.json as BookReport).boards[0]?.records).toBe(0);
  });
});
