import { expect, test } from "vitest";
import type { Cell } from "../../../../shared/table/cell.ts";
import { columnsOf, leads, preview, sheet, stagesOf } from "./sheets.ts";

function serial(day: number): Cell {
  return { serial: day };
}

test("headers tell name, stage and owner; the rest becomes fields by what the cells hold", () => {
  expect(columnsOf(preview(leads))).toEqual({
    Company: "name",
    Status: "stage",
    Rep: "owner",
    Value: "number",
    Due: "day",
  });
});

test.each([
  ["Everyday", ["Client", "Status", "Who"]],
  ["German", ["Kunde", "Phase", "Bearbeiter"]],
  ["French", ["Entreprise", "Étape", "Responsable"]],
  ["Spanish", ["Cliente", "Estado", "Vendedor"]],
])("%s headers tell them, too", (_language, header) => {
  const found = preview(sheet("x", header, ["Acme", "Lead", "Ada"], ["Brook", "Won", "Bob"]));
  expect(Object.values(columnsOf(found))).toEqual(["name", "stage", "owner"]);
});

test("without a header that says so, stages are known by their words and names by being different", () => {
  const found = preview(
    sheet(
      "x",
      ["A", "B", "C"],
      ["red", "Acme", "Lead"],
      ["red", "Brook", "Proposal"],
      ["blue", "Cliff", "Lead"],
    ),
  );
  expect(columnsOf(found)).toEqual({ A: "text", B: "name", C: "stage" });
});

test("a state that is that of an address is no stage", () => {
  const rows = ["CA", "NY", "TX", "CA"].map((state, index) => [`firm ${index}`, state]);
  const found = preview(sheet("x", ["Name", "State"], ...rows));
  expect(columnsOf(found)).toEqual({ Name: "name", State: "text" });
  expect(stagesOf(found)[0]).toBe("New open 4");
});

test("a status in which everybody writes what they like is no stage", () => {
  const rows = Array.from({ length: 40 }, (_, index) => [
    `firm ${index}`,
    `called on day ${index}, wants more`,
  ]);
  expect(columnsOf(preview(sheet("x", ["Name", "Status"], ...rows)))["Status"]).toBe("text");
});

test("a person's word comes before the headers", () => {
  const table = sheet(
    "x",
    ["Company", "Deal", "Status", "Phase"],
    ["Acme", "Big", "hot", "Lead"],
    ["Acme", "Small", "cold", "Won"],
  );
  expect(columnsOf(preview(table))).toMatchObject({ Deal: "name", Status: "stage" });
  expect(columnsOf(preview(table, { name: "company", stage: "Phase" }))).toMatchObject({
    Company: "name",
    Phase: "stage",
  });
});

test("a header that the tab lacks is told with those that it has", () => {
  expect(() => preview(leads, { name: "Firm" })).toThrow(
    'no column is headed "Firm"; the headers in row 1 are "Company"',
  );
});

test("a column of formulas and a column without a header stay theirs", () => {
  const table = sheet("x", ["Name", "Double", null], ["Ada", 2, "note"], ["Bob", 4, null]);
  expect(columnsOf(preview(table, {}, { formulas: new Map([[1, [2, 3]]]) }))).toEqual({
    Name: "name",
    Double: "theirs",
    "": "theirs",
  });
});

test("a column that is called as one of every board, and is not it, stays theirs", () => {
  const table = sheet("x", ["Name", "Log", "Next step on"], ["Ada", "called twice", "soon"]);
  expect(columnsOf(preview(table))).toEqual({ Name: "name", Log: "theirs", "Next step on": "theirs" });
});

test("what a header tells nearly, with a few cells that do not fit, is that type", () => {
  const rows = ["a@x.org", "b@x.org", "c@x.org", "d@x.org", "none"].map((email, index) => [
    `p${index}`,
    email,
  ]);
  expect(columnsOf(preview(sheet("x", ["Name", "E-mail"], ...rows)))["E-mail"]).toBe("e-mail");
});

test("numbers under a word for money are amounts where the currency is known", () => {
  expect(columnsOf(preview(leads, { currency: "EUR" }))["Value"]).toBe("money");
});

test("a dropdown, or few texts that repeat, make a choice", () => {
  const sources = ["Web", "Fair", "Web", "Web", "Fair", "Web", "Web", "Fair", "Web", "Web", "Fair", "Web"];
  const table = sheet(
    "x",
    ["Name", "Source", "Size"],
    ...sources.map((source, index) => [`f${index}`, source, "S"]),
  );
  const found = preview(table, {}, { choices: new Map([[2, ["S", "M", "L"]]]) });
  expect(columnsOf(found)).toMatchObject({ Source: "choice", Size: "choice" });
  expect(found.columns.map(({ field }) => field?.options)).toEqual([
    undefined,
    ["Web", "Fair"],
    ["S", "M", "L"],
  ]);
});

test("a number of its own in every row is text that no two rows share", () => {
  const found = preview(sheet("x", ["Deal ID", "Name"], [1, "Ada"], [2, "Bob"]));
  expect(found.columns[0]?.field).toMatchObject({ type: "text", unique: true });
});

test("the day of the next step is taken where every cell is a day", () => {
  const table = sheet("x", ["Name", "Follow up", "Next action"], ["Ada", serial(46_400), "call"]);
  expect(columnsOf(preview(table))).toMatchObject({
    "Follow up": "next_step_on",
    "Next action": "next_step",
  });
});

test("what a record is called comes from the tab, else from the header of the names", () => {
  expect(preview(leads).noun).toBe("lead");
  expect(preview({ ...leads, tab: "2026", header: ["Project", ...leads.header.slice(1)] }).noun).toBe(
    "project",
  );
  expect(preview(leads, { noun: "firm" }).noun).toBe("firm");
});

test("one column is not two things", () => {
  expect(() => preview(leads, { name: "Status", stage: "Status" })).toThrow(
    '"Status" cannot be both --name and --stage',
  );
});

test("an error of a formula among stages or days changes no guess", () => {
  const table = sheet(
    "x",
    ["Name", "Stage", "Close date"],
    ["Ada", "Lead", { serial: 46_000 }],
    ["Bob", { error: "#N/A" }, { error: "#REF!" }],
    ["Cy", "Won", { serial: 46_001 }],
  );
  expect(columnsOf(preview(table))).toEqual({ Name: "name", Stage: "stage", "Close date": "day" });
});

test("of two columns that could name the rows, the one that differs in every row does", () => {
  const orders = sheet(
    "x",
    ["Customer", "Order", "Stage"],
    ["Acme", 1001, "Lead"],
    ["Acme", 1002, "Won"],
    ["Brook", 1003, "Won"],
  );
  expect(columnsOf(preview(orders))).toMatchObject({ Order: "name" });
  const people = sheet("x", ["Company", "Name"], ["Acme", "Ada"], ["Brook", "Ada"], ["Cliff", "Ada"]);
  expect(columnsOf(preview(people))).toMatchObject({ Name: "name" });
});

test("a customer that stands in every other row, or is missing, gives way to what tells the rows apart", () => {
  const rows = Array.from({ length: 12 }, (_, index) => [
    `A${index}X`,
    index % 2 === 0 ? "Acme" : "Brook",
    "Lead",
  ]);
  expect(columnsOf(preview(sheet("x", ["deal_id", "Customer", "Stage"], ...rows)))).toMatchObject({
    deal_id: "name",
  });
  const gaps = rows.map((_, index) => [index + 1, index < 3 ? null : `firm ${index}`, "Lead"]);
  expect(columnsOf(preview(sheet("x", ["No.", "Customer", "Stage"], ...gaps)))).toMatchObject({
    Customer: "name",
  });
});
