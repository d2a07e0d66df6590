import { expect, test } from "vitest";
import { ADA, BEN, dealsCell, lastExecution, type SmallGoogle, smallGoogle } from "./small-google.ts";

const TELLS = `
function onEdit(e) { tell("simple", e); }
function installedEdit(e) { tell("edit", e); }
function installedChange(e) { console.log("change " + e.changeType); }
function installedForm(e) { console.log(JSON.stringify([e.values, e.namedValues, e.range.getA1Notation()])); }
function tell(name, e) {
  console.log(JSON.stringify([name, e.range.getA1Notation(), "value" in e ? e.value : null, "oldValue" in e ? e.oldValue : null, String(e.authMode)]));
}
function listen() {
  var book = SpreadsheetApp.getActive();
  ScriptApp.newTrigger("installedEdit").forSpreadsheet(book).onEdit().create();
  ScriptApp.newTrigger("installedChange").forSpreadsheet(book).onChange().create();
  ScriptApp.newTrigger("installedForm").forSpreadsheet(book).onFormSubmit().create();
}`;

function listening(): SmallGoogle {
  const small = smallGoogle(TELLS);
  small.ada.page("listen");
  return small;
}

/** What the executions since then logged. */
function logsOf({ google }: SmallGoogle, act: () => void): readonly string[] {
  const before = google.executions.length;
  act();
  return google.executions.slice(before).flatMap(({ logs }) => logs);
}

test("typing into one cell tells the value and the old value, to simple and installed triggers", () => {
  const small = listening();
  small.ben.type("Deals!B2", "Lead");
  expect(logsOf(small, () => small.ben.type("Deals!B2", "Won"))).toEqual([
    '["simple","B2","Won","Lead","LIMITED"]',
    '["edit","B2","Won","Lead","FULL"]',
    "change EDIT",
  ]);
});

test("a paste tells its range and no value", () => {
  const small = listening();
  const logs = logsOf(small, () =>
    small.ben.paste("Deals!A2", [
      ["a", "b"],
      ["c", "d"],
    ]),
  );
  expect(logs).toContain('["simple","A2:B3",null,null,"LIMITED"]');
});

test("inserting rows is a change and no edit", () => {
  const small = listening();
  expect(logsOf(small, () => small.ben.insertRows("Deals!A3", 2))).toEqual(["change INSERT_ROW"]);
});

test("an edit by the API and a script's own writes set nothing off", () => {
  const small = listening();
  const { tab } = small.ada.range("Deals!A1");
  expect(
    logsOf(small, () => small.ada.act({ do: "apiEdit", at: { tab, row: 1, column: 1 }, values: [["x"]] })),
  ).toEqual([]);
  const writes = smallGoogle(
    `function onEdit() { console.log("edit"); }\nfunction go() { SpreadsheetApp.getActive().getRange("Deals!A1").setValue(1); }`,
  );
  expect(logsOf(writes, () => writes.ada.page("go"))).toEqual([]);
});

test("the answer to a form reaches the installed trigger only", () => {
  const small = listening();
  small.ada.paste("Deals!A1", [["Timestamp", "Name"]]);
  const { tab } = small.ada.range("Deals!A1");
  const logs = logsOf(small, () => small.ada.act({ do: "formAnswer", tab, values: ["2026-11-20", "Eve"] }));
  expect(logs).toContain('[["2026-11-20","Eve"],{"Timestamp":["2026-11-20"],"Name":["Eve"]},"A2:B2"]');
  expect(logs.some((line) => line.includes("simple"))).toBe(false);
});

test("while one onEdit of a person runs two events wait, and the third is dropped", () => {
  const small = smallGoogle(
    `function onEdit(e) { e.source.getSheetByName("Deals"); console.log(e.range.getA1Notation()); }`,
  );
  let acted = false;
  small.google.hooks.interfere = () => {
    if (!acted) {
      acted = true;
      for (const row of [2, 3, 4]) small.ada.type(`Deals!A${row}`, "x");
    }
    return undefined;
  };
  expect(logsOf(small, () => small.ada.type("Deals!A1", "x"))).toEqual(["A1", "A2", "A3"]);
  expect(small.google.world.droppedEvents).toBe(1);
});

test("each person's onEdit runs beside the other's", () => {
  const small = smallGoogle(
    `function onEdit(e) { e.source.getSheetByName("Deals"); console.log(e.range.getA1Notation()); }`,
  );
  small.google.hooks.interfere = ({ execution, number }) => {
    if (execution.as === ADA && number === 1) small.ben.type("Deals!B1", "x");
    return undefined;
  };
  small.ada.type("Deals!A1", "x");
  expect(small.google.executions.map(({ as, status }) => [as, status])).toEqual([
    [ADA, "done"],
    [BEN, "done"],
  ]);
});

test("an event that gets lost reaches no trigger, and what was typed stays", () => {
  const small = listening();
  small.google.hooks.drops = () => true;
  expect(logsOf(small, () => small.ben.type("Deals!A1", "x"))).toEqual([]);
  expect(dealsCell(small, 1, 1)).toBe("x");
});

test("undoing an edit is an edit", () => {
  const small = listening();
  small.ben.type("Deals!A1", "x");
  expect(logsOf(small, () => small.ben.undo()).some((line) => line.includes('["simple","A1"'))).toBe(true);
  expect(dealsCell(small, 1, 1)).toBe(null);
});

test("a toast reaches the person whose act it was", () => {
  const small = smallGoogle(`function onEdit(e) { e.source.toast("Noted", "Tiny"); }`);
  small.ben.type("Deals!A1", "x");
  expect([small.ben.seen.toasts, small.ada.seen.toasts]).toEqual([[{ title: "Tiny", message: "Noted" }], []]);
  expect(lastExecution(small).counts.beside.toast).toBe(1);
});
