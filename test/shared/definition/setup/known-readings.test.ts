import { expect, test } from "vitest";
import { readSetup } from "../../../../shared/definition/setup/read-setup.ts";
import { fixtures } from "../../../fixtures.ts";

const tables = fixtures.bookTables;
const renamed = (from: string, to: string) =>
  tables.map((table) => (table.tab === from ? { ...table, tab: to } : table));

test("the same tabs are read once, and again when one of them, the name of any or what was in force is another", () => {
  const first = readSetup(tables, undefined);
  expect(readSetup([...tables], undefined)).toBe(first);
  const stages = tables.map((table) => (table.tab === "Stages" ? { ...table } : table));
  expect(readSetup(stages, undefined)).not.toBe(first);
  expect(readSetup(renamed("Deals", "Offers"), undefined)).not.toBe(readSetup(tables, undefined));
  expect(readSetup(tables, first.definition)).not.toBe(readSetup(tables, undefined));
});
