// Strings that break programs, as ids, names and fields: they come in as the text that they are.

import { expect, test } from "vitest";
import * as z from "zod/mini";
import { nameKey } from "../../../../shared/table/cell.ts";
import { describeReal, realJson } from "../../../real/real-data.ts";
import { dealsWorld } from "../deals.ts";
import { importInto } from "./imports.ts";

describeReal("naughty", () => {
  const strings = z.array(z.string()).parse(realJson("naughty/blns.json"));
  const plain = [...new Map(strings.map((text) => [nameKey(text), text])).values()].filter(
    (text) => text.trim() !== "",
  );

  test("every one of them is an id, and stays what it is", () => {
    const world = dealsWorld();
    const source = {
      header: ["key"],
      rows: plain.map((text, index) => ({ line: index + 2, cells: [text] })),
    };
    const { added, problems } = importInto(world, source, { idColumn: "key" });
    expect([added, problems]).toEqual([plain.length, []]);
    const column = world.table().header.indexOf("key");
    expect(world.table().rows.map(({ cells }) => cells[column])).toEqual(plain.map((text) => text.trim()));
    expect(world.run().changes).toEqual([]);
    expect(importInto(world, source, { idColumn: "key" }).changes).toEqual([]);
  });

  test("every one of them is a name, and two that look the same are told apart by an id", () => {
    const world = dealsWorld();
    const rows = plain.map((text, index) => ({ line: index + 2, cells: [`k${index}`, text] }));
    const source = { header: ["key", "name"], rows };
    const plan = { idColumn: "key", fields: [{ field: "Name", column: "name" }] };
    importInto(world, source, plan);
    expect(world.names()).toEqual(plain.map((text) => text.trim()));
    expect(importInto(world, source, plan).changes).toEqual([]);
  });

  test("every one of them is a field", () => {
    const world = dealsWorld();
    const header = ["id", ...plain.map((_, index) => `c${index}`)];
    const source = { header, rows: [{ line: 2, cells: ["A1", ...plain.map((_, index) => `v${index}`)] }] };
    const fields = plain.map((field, index) => ({ field, column: `c${index}` }));
    importInto(world, source, { idColumn: "id", fields });
    expect(world.run().problems).toEqual([]);
    const { header: shown, rows } = world.table();
    for (const [index, text] of plain.entries()) {
      const at = shown.findIndex((cell) => typeof cell === "string" && nameKey(cell) === nameKey(text));
      expect([text, rows[0]?.cells[at]]).toEqual([text, `v${index}`]);
    }
    expect(importInto(world, source, { idColumn: "id", fields }).changes).toEqual([]);
  });
});
