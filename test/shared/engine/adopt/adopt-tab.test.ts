import { expect, test } from "vitest";
import { templates } from "../../../../shared/definition/templates/templates.ts";
import { reconcile } from "../../../../shared/engine/reconcile.ts";
import { readLog } from "../../../../shared/log/log-tab.ts";
import { pipelineOf } from "../../../pipelines.ts";
import { openWorld, sentence, told } from "../../../world.ts";
import { adopt, leads, runAt, sheet, stagesOf, tableNamed } from "./sheets.ts";

function history(tables: Parameters<typeof readLog>[0]): readonly string[] {
  return readLog(tables).entries.map((entry) => `${entry.name}: ${sentence(entry)}`);
}

test("each row is created in its stage today, and the history says that it was taken over", () => {
  const { tables } = adopt([leads], "Leads");
  expect(history(tables)).toEqual([
    ": note",
    "Acme: created won",
    "Brook: created lead",
    "Cliff: created offer",
    "Dale: created lost",
  ]);
  const [, first] = readLog(tables).entries;
  expect(first).toMatchObject({ knownBy: "import", at: "2026-11-02T09:00:00+00:00", who: "unknown" });
});

test("no cell of theirs is changed, and ours come at the right under headers of their own", () => {
  const { tables } = adopt([leads], "Leads");
  const { header, rows } = tableNamed(tables, "Leads");
  expect(header.slice(0, 5)).toEqual(leads.header);
  expect(header.slice(5, 12)).toEqual([
    "Next step",
    "Next step on",
    "Log",
    "Log note",
    "Since",
    "Due (Stageline)",
    "Status note",
  ]);
  expect(rows.map(({ cells }) => cells.slice(0, 5))).toEqual(
    leads.rows.map(({ cells }) => [...cells, ...Array(5 - cells.length).fill(null)]),
  );
});

test("a second look finds nothing to do", () => {
  const { tables } = adopt([leads], "Leads");
  const again = reconcile(tables, { ...runAt("2026-11-02T10:00:00Z"), knownBy: "sweep" });
  expect(again.changes).toEqual([]);
  expect(again.problems).toEqual([]);
});

test("an empty stage says the first one, and it is told", () => {
  const table = sheet("Deals", ["Name", "Stage"], ["Ada", "Offer"], ["Bob", null], ["Cy", "Lead"]);
  const { tables, adoption } = adopt([table], "Deals");
  expect(tableNamed(tables, "Deals").rows.map(({ cells }) => cells[1])).toEqual(["Offer", "Lead", "Lead"]);
  expect(adoption.notes).toEqual(['1 deal has no stage and enters "Lead"']);
});

test("a stage that means none, and a row without a name, are told by their cells and left as they are", () => {
  const table = sheet("Deals", ["Name", "Stage"], ["Ada", "Lead"], ["Bob", "Wonn"], [null, "Lead"]);
  const { tables, after, adoption } = adopt([table], "Deals", { wishes: { stages: "Lead > Won:won" } });
  expect(told(after.problems)).toEqual([
    'B3: stage "Wonn" is not one of Lead, Won',
    "A4: the row has no name; give it one to make it a deal",
  ]);
  expect(adoption.records).toBe(1);
  expect(tableNamed(tables, "Deals").rows.map(({ cells }) => cells[1])).toEqual(["Lead", "Wonn", "Lead"]);
});

test("owners whom the Team lacks join it without a role", () => {
  const { tables, adoption } = adopt([leads], "Leads");
  expect(tableNamed(tables, "Team").rows.map(({ cells }) => cells[0])).toEqual(["Bob", "Cy"]);
  expect(adoption.notes).toContain("2 owners were added to Team, without a role");
});

test("names in any script, with spaces and signs, are names", () => {
  const names = ["山田商事", "شركة النور", "🚀 Rocket", "O'Neil & <Sons>", "=SUM(A1)"];
  const table = sheet("客户", ["Name", "Stage"], ...names.map((name) => [name, "见面"]));
  const { tables, adoption } = adopt([table], "客户");
  expect(stagesOf(adoption)).toEqual(["见面 open 5"]);
  expect(readLog(tables).entries.map(({ name }) => name)).toEqual(["", ...names]);
});

test("a tab of a book that has boards becomes one more, and the others stay as they are", () => {
  const world = openWorld({ boards: { Orders: pipelineOf("Orders", "Lead > Paid:won | Lost:lost") } });
  world.add({ Name: "Order 1", Stage: "Paid" });
  world.run();
  const { definition } = world.look();
  const { tables, after } = adopt([...world.tables(), leads], "Leads", { definition });
  expect(after.definition.boards.map(({ tab }) => tab)).toEqual(["Orders", "Leads"]);
  expect(tableNamed(tables, "Orders")).toEqual(tableNamed(world.tables(), "Orders"));
  expect(history(tables).slice(0, 1)).toEqual(["Order 1: created paid"]);
  // "Lost" of the orders has that id already.
  expect(history(tables).slice(-1)).toEqual(["Dale: created lost_2"]);
});

test("a board may follow a pipeline of the book, and gains no field by it", () => {
  const offers = pipelineOf("Offers", "Lead > Offer > Won:won | Lost:lost");
  const world = openWorld({ boards: { Deals: offers } });
  const { definition } = world.look();
  const [pipeline] = definition.pipelines;
  if (pipeline === undefined) throw new Error("no pipeline");
  const { adoption, after } = adopt([...world.tables(), leads], "Leads", {
    definition,
    wishes: { pipeline },
  });
  expect(after.definition.boards.map((board) => board.pipeline)).toEqual(["offers", "offers"]);
  expect(adoption.columns.map(({ key }) => key)).toEqual(["name", "stage", "owner", undefined, undefined]);
  expect(after.problems).toEqual([]);
});

test("a built-in pipeline brings its own fields and meets theirs by name; what its stages need is told, not asked", () => {
  const sales = templates.find(({ key }) => key === "sales")?.pipeline;
  if (sales === undefined) throw new Error("no template");
  const table = sheet(
    "Contacts",
    ["Name", "Company", "Stage", "Shoe size"],
    ["Ada", "Acme", "Initial Outreach", 38],
  );
  const { adoption, tables } = adopt([table], "Contacts", { wishes: { pipeline: sales } });
  expect(adoption.columns.map(({ key }) => key)).toEqual(["name", "company", "stage", "shoe_size"]);
  expect(adoption.notes).toEqual([
    '1 deal came into "Initial Outreach" without all that it needs; the next move asks for it',
  ]);
  expect(tableNamed(tables, "Contacts").rows[0]?.cells[2]).toBe("Initial Outreach");
});

test("a sort that takes only their columns along is put right by the next look", () => {
  const { tables } = adopt([leads], "Leads");
  const board = tableNamed(tables, "Leads");
  const theirs = [...board.rows].reverse().map(({ cells }) => cells.slice(0, 5));
  const torn = {
    ...board,
    rows: board.rows.map(({ at, cells }, index) => ({
      at,
      cells: [...(theirs[index] ?? []), ...cells.slice(5)],
    })),
  };
  const after = reconcile(
    tables.map((table) => (table === board ? torn : table)),
    runAt("2026-11-02T10:00:00Z"),
  );
  expect(after.problems).toEqual([]);
  expect(after.entries.map(({ kind }) => kind)).toEqual(["note"]);
});

test("a copy of the tab that lost its marks finds their columns by header, and takes none of them for ours", () => {
  const table = sheet("Deals", ["Name", "Stage", "Due", "ID"], ["Ada", "Lead", { serial: 46_000 }, "7"]);
  const { tables } = adopt([table], "Deals");
  const bare = tables.map((each) => (each.tab === "Deals" ? { ...each, marks: {} } : each));
  const { changes } = reconcile(bare, runAt("2026-11-02T10:00:00Z"));
  const written = changes.flatMap((change) => (change.kind === "setField" ? [change.field] : []));
  expect(written.filter((field) => field === "due_2" || field === "id_2")).toEqual([]);
});

test("a sheet called as the fields of a built-in pipeline are meets them, also where it spells them otherwise", () => {
  const sales = templates.find(({ key }) => key === "sales")?.pipeline;
  if (sales === undefined) throw new Error("no template");
  const table = sheet("Contacts", ["Company", "Contact", "Email"], ["Acme", "Ada", "a@x.org"]);
  const { adoption, after } = adopt([table], "Contacts", { wishes: { pipeline: sales } });
  expect(adoption.columns.map(({ key }) => key)).toEqual(["company", "name", "e_mail"]);
  expect(after.definition.pipelines[0]?.fields.find(({ id }) => id === "e_mail")?.aliases).toEqual(["Email"]);
  expect(after.stoppedTabs).toEqual([]);
});

test("a column of names that is called as a field is, is the names where a person says so", () => {
  const sales = templates.find(({ key }) => key === "sales")?.pipeline;
  if (sales === undefined) throw new Error("no template");
  const table = sheet("Contacts", ["Company", "Contact"], ["Acme", "Ada"]);
  const { tables, after } = adopt([table], "Contacts", { wishes: { pipeline: sales, name: "Company" } });
  expect(after.stoppedTabs).toEqual([]);
  expect(tableNamed(tables, "Contacts").header).toContain("Company (Stageline)");
});

test("of two columns that could be one field, one is, and the other stays theirs", () => {
  const sales = templates.find(({ key }) => key === "sales")?.pipeline;
  if (sales === undefined) throw new Error("no template");
  const table = sheet("Contacts", ["Name", "Email", "E-mail"], ["Ada", "a@x.org", "b@x.org"]);
  const { adoption, after } = adopt([table], "Contacts", { wishes: { pipeline: sales } });
  expect(adoption.columns.map(({ key }) => key)).toEqual(["name", "e_mail", undefined]);
  expect(after.problems).toEqual([]);
});
