import fc from "fast-check";
import { expect, test } from "vitest";
import {
  definitionHash,
  definitionTab,
  lastDefinition,
  versionRows,
} from "../../../shared/definition/definition-versions.ts";
import type { Definition } from "../../../shared/definition/pipeline.ts";
import { applyChanges } from "../../../shared/table/apply-changes.ts";
import type { RowCells } from "../../../shared/table/layout.ts";
import type { Tables } from "../../../shared/table/table.ts";
import { fixtures } from "../../fixtures.ts";
import { dayMoment } from "../../moves.ts";
import { definitions } from "./definitions.ts";

const { book } = fixtures;

function kept(...rows: readonly (readonly RowCells[])[]): Tables {
  return applyChanges(
    [],
    [
      { kind: "layOut", tab: definitionTab.tab, layout: definitionTab },
      { kind: "append", tab: definitionTab.tab, rows: rows.flat() },
    ],
  );
}

function longBook(characters: number): Definition {
  const [pipeline] = book.pipelines;
  const [field] = pipeline?.fields ?? [];
  if (pipeline === undefined || field === undefined) throw new Error("the fixture has no field");
  return { ...book, pipelines: [{ ...pipeline, fields: [{ ...field, help: "é ".repeat(characters / 2) }] }] };
}

test("the definition that was kept last is the last good one", () => {
  const practice = { ...book, practice: true };
  const tables = kept(versionRows(book, dayMoment(0)), versionRows(practice, dayMoment(1)));
  expect(lastDefinition(tables)).toEqual(practice);
});

test("a definition that comes back after another is kept again", () => {
  const practice = { ...book, practice: true };
  const versions = [book, practice, book].map((version, day) => versionRows(version, dayMoment(day)));
  expect(lastDefinition(kept(...versions))).toEqual(book);
});

test("a long definition is cut in parts that fit a cell, and put together again", () => {
  const long = longBook(100_000);
  const rows = versionRows(long, dayMoment(0));
  expect(rows.length).toBe(4);
  for (const { text } of rows) expect(String(text).length).toBeLessThanOrEqual(30_000);
  expect(lastDefinition(kept(versionRows(book, dayMoment(0)), rows))).toEqual(long);
});

test("parts are put together by their number, though the tab was sorted", () => {
  const long = longBook(100_000);
  const sorted = [...versionRows(long, dayMoment(0))].reverse();
  expect(lastDefinition(kept(sorted))).toEqual(long);
});

test("a part that begins or ends with spaces, or looks like a formula or a number, comes back as it was", () => {
  for (let shift = 0; shift < 4; shift++) {
    const long = longBook(60_000 + shift * 2);
    expect(lastDefinition(kept(versionRows({ ...long, zone: "Z".repeat(shift + 1) }, dayMoment(0))))).toEqual(
      {
        ...long,
        zone: "Z".repeat(shift + 1),
      },
    );
  }
});

test("any definition comes back from the tab as it was", () => {
  fc.assert(
    fc.property(definitions, (definition) => {
      expect(lastDefinition(kept(versionRows(definition, dayMoment(0))))).toEqual(definition);
    }),
    { numRuns: 100 },
  );
});

test("the order in which a definition was put together makes no other hash, a changed word does", () => {
  const turned = Object.fromEntries(Object.entries(book).reverse()) as Definition;
  expect(definitionHash(turned)).toBe(definitionHash(book));
  expect(definitionHash({ ...book, zone: "Europe/Paris" })).not.toBe(definitionHash(book));
});

test("a tab that is missing, empty or written over holds no definition", () => {
  const [row = {}] = versionRows(book, dayMoment(0));
  expect(lastDefinition([])).toBeUndefined();
  expect(lastDefinition(kept([]))).toBeUndefined();
  for (const text of ["", "{}", "null", "[1]", "{", 12, '{"zone":1}', String(row["text"]).slice(0, -1)]) {
    expect(lastDefinition(kept([{ ...row, text }]))).toBeUndefined();
  }
});

test("a definition of which a part was lost or altered is not taken for the whole", () => {
  const rows = versionRows(longBook(100_000), dayMoment(0));
  expect(lastDefinition(kept(rows.slice(1)))).toBeUndefined();
  expect(lastDefinition(kept(rows.slice(0, -1)))).toBeUndefined();
  const [first = {}, ...rest] = rows;
  const altered = { ...first, text: String(first["text"]).replace("é", "e") };
  expect(lastDefinition(kept([altered, ...rest]))).toBeUndefined();
});

test("a definition that was altered by hand gives way to the one before it", () => {
  const altered = versionRows({ ...book, practice: true }, dayMoment(1)).map((row) => ({
    ...row,
    text: String(row["text"]).replace('"UTC"', '"Mars"'),
  }));
  expect(lastDefinition(kept(versionRows(book, dayMoment(0)), altered))).toEqual(book);
});
