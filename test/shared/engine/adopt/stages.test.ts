import { expect, test } from "vitest";
import { stageKindOf } from "../../../../shared/engine/adopt/stage-words.ts";
import { preview, sheet, stagesOf } from "./sheets.ts";

function withStages(...stages: readonly string[]) {
  return sheet("Deals", ["Name", "Stage"], ...stages.map((stage, index) => [`deal ${index + 1}`, stage]));
}

test("stages come in their usual order, closed ones behind, whatever the order of the rows", () => {
  expect(stagesOf(preview(withStages("Lost", "Negotiation", "Won", "New", "Proposal", "New")))).toEqual([
    "New open 2",
    "Proposal open 1",
    "Negotiation open 1",
    "Won won 1",
    "Lost lost 1",
  ]);
});

test("numbers before the names tell the order, and the names stay as they are", () => {
  expect(stagesOf(preview(withStages("3 Send", "1 Cut", "2 Sew", "1 Cut")))).toEqual([
    "1 Cut open 2",
    "2 Sew open 1",
    "3 Send open 1",
  ]);
});

test("names that nobody knows keep the order in which they first come", () => {
  const found = preview(withStages("Glazing", "Kiln", "Glazing", "Polish"));
  expect(stagesOf(found)).toEqual(["Glazing open 2", "Kiln open 1", "Polish open 1"]);
  expect(found.stagesFrom).toBe("in the order in which they first come");
});

test("a dropdown says which stages there are and in which order, those without a row too", () => {
  const facts = { choices: new Map([[1, ["Kiln", "Glazing", "Sold", "Broken, lost"]]]) };
  expect(stagesOf(preview(withStages("Glazing", "Kiln"), {}, facts))).toEqual([
    "Kiln open 1",
    "Glazing open 1",
    "Sold won 0",
    "Broken, lost lost 0",
  ]);
});

test("a dropdown of something else is no list of stages", () => {
  const facts = { choices: new Map([[1, ["yes", "no"]]]) };
  expect(stagesOf(preview(withStages("Lead", "Offer"), {}, facts))).toEqual(["Lead open 1", "Offer open 1"]);
});

test("what a person says of the stages rules, and a cell that names none of them is no record yet", () => {
  const found = preview(withStages("Lead", "Wonn", "Won"), { stages: "Lead > Offer > Won:won | Lost:lost" });
  expect(stagesOf(found)).toEqual(["Lead open 1", "Offer open 0", "Won won 1", "Lost lost 0"]);
  expect(found.records).toBe(2);
});

test("spellings of one stage are one stage, under the first of them", () => {
  expect(stagesOf(preview(withStages("Lead", "LEAD ", "lead", "Offer")))).toEqual([
    "Lead open 3",
    "Offer open 1",
  ]);
});

test("where every row is closed, an open stage comes before, since records begin in one", () => {
  expect(stagesOf(preview(withStages("Paid", "Cancelled")))).toEqual([
    "New open 0",
    "Paid won 1",
    "Cancelled lost 1",
  ]);
});

test("a sheet without stages gets a usual few, and every row enters the first", () => {
  const found = preview(sheet("Clients", ["Name", "City"], ["Ada", "Rome"], ["Bob", "Oslo"]));
  expect(stagesOf(found)).toEqual(["New open 2", "In progress open 0", "Done won 0", "Dropped lost 0"]);
  expect(found.added).toContain("Stage");
});

test.each([
  ["won", ["Closed Won", "Paid", "erledigt", "Gagné", "4. Done", "Cerrada"]],
  [
    "lost",
    ["Closed lost", "Declined", "Cancelled", "Canceled", "not interested", "Abgelehnt", "annulé", "Not won"],
  ],
  ["parked", ["On hold", "Later", "Postponed", "Zurückgestellt", "en attente"]],
  ["avoid", ["Do not contact", "Unsubscribed", "Bad fit"]],
  ["open", ["Lead", "Angebot", "山田", "Wonderful", "Early talks"]],
] as const)("words for %s are known in the languages of sheets", (kind, names) => {
  for (const name of names) expect([name, stageKindOf(name)]).toEqual([name, kind]);
});

test("a slip of the keyboard is no stage of its own, and a word for a stage is no slip", () => {
  const found = preview(
    withStages("Lead", "Lead", "Lead", "Laed", "Dead", "Step 1", "Step 1", "Step 1", "Step 2"),
  );
  expect([...stagesOf(found)].sort()).toEqual([
    "Dead lost 1",
    "Lead open 3",
    "Step 1 open 3",
    "Step 2 open 1",
  ]);
  expect(found.records).toBe(8);
});

test("a number, an error and a long text among stages are no stages", () => {
  const cells = [...["Lead", "Offer", "Lead", "Offer"].flatMap((each) => [each, each]), 7, "x".repeat(41)];
  const table = sheet("x", ["Name", "Stage"], ...cells.map((cell, index) => [`firm ${index}`, cell]));
  expect(stagesOf(preview(table))).toEqual(["Lead open 4", "Offer open 4"]);
});
