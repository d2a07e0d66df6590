// The command on 8,577 events of 1,434 permit applications, with loops and skipped steps; entered and converted are
// those that an independent program counted from the same file.

import { beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import type { BookReport } from "../../shared/report/book-report.ts";
import { hashOf, newPath, type Ran, stageline } from "../command.ts";
import { describeReal, realJson, realPath } from "./real-data.ts";

const Reference = z.object({
  funnel: z.object({
    stages: z.array(z.string()),
    conversion: z.array(z.object({ from: z.string(), reached: z.number(), later: z.number() })),
  }),
});

describeReal("permits", () => {
  const book = newPath("permits.xlsx");
  let reference: z.infer<typeof Reference>["funnel"];
  let imported: Ran;

  beforeAll(async () => {
    reference = Reference.parse(realJson("permits/reference.json")).funnel;
    await stageline("new", book, "--board", "Permits", "--stages", reference.stages.join(" > "));
    imported = await importEvents();
  });

  function importEvents(others = "park"): Promise<Ran> {
    const events = ["--events", "case=case,stage=activity,at=timestamp", "--others", others];
    const file = realPath("permits/events.csv");
    return stageline(
      "import",
      book,
      file,
      "--board",
      "Permits",
      ...events,
      "--now",
      "2013-01-01T00:00",
      "--json",
    );
  }

  test("1,434 applications are taken in, with the stages beside the main line parked", async () => {
    expect(imported.exitCode).toBe(0);
    expect(imported.json).toMatchObject({ added: 1434, lines: [], problems: [] });
    const { boards } = (await stageline("report", book, "--json", "--as-of", "2013-01-01"))
      .json as BookReport;
    const beside = boards[0]?.stages.filter(({ stage }) => !reference.stages.includes(stage)) ?? [];
    expect(beside).toHaveLength(21);
    expect(new Set(beside.map(({ kind }) => kind))).toEqual(new Set(["parked"]));
  });

  test("every step is entered and converted by the cases that the reference counted", async () => {
    const { boards } = (await stageline("report", book, "--json", "--as-of", "2013-01-01"))
      .json as BookReport;
    const steps = boards[0]?.steps.map(({ from, entered, converted }) => ({
      from,
      reached: entered,
      later: converted,
    }));
    expect(steps).toEqual(reference.conversion.map(({ from, reached, later }) => ({ from, reached, later })));
  });

  test("stages that are left within the hour are told with the counts of an independent program", async () => {
    const { advice } = (await stageline("check", book, "--json", "--now", "2013-01-01T00:00")).json as {
      readonly advice: readonly { readonly message: string }[];
    };
    const counts = advice.flatMap(({ message }) => {
      const match = /^"(T\S+) .*" is usually left within the hour: (\d+) of (\d+);/.exec(message);
      return match === null ? [] : [match.slice(1)];
    });
    expect(counts.sort()).toEqual([
      ["T06", "1314", "1394"],
      ["T07-1", "42", "44"],
      ["T07-5", "24", "26"],
      ["T16", "20", "20"],
      ["T17", "26", "26"],
      ["T19", "20", "20"],
    ]);
  });

  test("the same events a second time, and a sync, change no byte of the book", async () => {
    const before = hashOf(book);
    expect((await importEvents()).json).toMatchObject({ changed: false, added: 0, unchanged: 1434 });
    const synced = await stageline("sync", book, "--json", "--now", "2013-01-01T00:00");
    expect(synced.json).toMatchObject({ changed: false, entries: 0 });
    expect(hashOf(book)).toBe(before);
  });

  test("stages that the board lacks are refused by default, each with its line, and nothing is written", async () => {
    const other = newPath("permits.xlsx");
    await stageline("new", other, "--board", "Permits", "--stages", reference.stages.join(" > "));
    const before = hashOf(other);
    const events = ["--events", "case=case,stage=activity,at=timestamp"];
    const refused = await stageline(
      "import",
      other,
      realPath("permits/events.csv"),
      "--board",
      "Permits",
      ...events,
    );
    expect(refused.exitCode).toBe(3);
    expect(refused.stderr).toContain('"T03 Adjust confirmation of receipt" (line');
    expect(refused.stderr).toContain("--others park");
    expect(hashOf(other)).toBe(before);
  });
});
