import fc from "fast-check";
import { expect, test } from "vitest";
import { reconcile } from "../../../../shared/engine/reconcile.ts";
import { readLog } from "../../../../shared/log/log-tab.ts";
import { replay } from "../../../../shared/log/replay.ts";
import { type Cell, textOf } from "../../../../shared/table/cell.ts";
import type { Table, Tables } from "../../../../shared/table/table.ts";
import { pipelineOf } from "../../../pipelines.ts";
import { openWorld, sentence } from "../../../world.ts";
import { adopt, leads, leave, runAt, sheet, tableNamed } from "./sheets.ts";

function edited(tables: Tables, name: string, cells: Readonly<Record<string, Cell>>): Tables {
  return tables.map((table) => {
    if (table.key?.startsWith("board_") !== true) return table;
    const rows = table.rows.map((row) => {
      if (!row.cells.some((cell) => textOf(cell) === name)) return row;
      const next = [...row.cells];
      for (const [header, cell] of Object.entries(cells)) next[table.header.indexOf(header)] = cell;
      return { ...row, cells: next };
    });
    return { ...table, rows };
  });
}

test("who adopts and leaves has the tab as it was", () => {
  const { tables, leaving } = leave(adopt([leads], "Leads").tables, "Leads");
  expect(tableNamed(tables, "Leads")).toEqual({ ...leads, rows: withoutTrailing(leads) });
  expect(leaving.kept).toEqual([]);
});

test("stages that were moved stay as they are now, and a column of ours that somebody wrote in stays", () => {
  const adopted = adopt([leads], "Leads").tables;
  const { tables, leaving } = leave(
    edited(adopted, "Brook", { Status: "Offer", "Next step": "send it" }),
    "Leads",
  );
  expect(leaving.kept).toEqual(["Next step"]);
  const { header, rows } = tableNamed(tables, "Leads");
  expect(header).toEqual([...leads.header, "Next step"]);
  expect(rows[1]?.cells).toEqual(["Brook", "Offer", "Cy", 800, null, "send it"]);
});

test("what was done and not yet synced is in the history before the board goes", () => {
  const adopted = adopt([leads], "Leads").tables;
  const { tables } = leave(
    edited(adopted, "Brook", { Status: "Offer", Log: "Call", "Log note": "asks for two" }),
    "Leads",
  );
  const story = readLog(tables).entries.filter(({ name }) => name === "Brook");
  expect(story.map(sentence)).toEqual(["created lead", "call", "moved lead > offer"]);
  expect(story[1]?.note).toBe("asks for two");
});

test("a word in Log that nobody understands is no reason to lose it", () => {
  const adopted = adopt([leads], "Leads").tables;
  const { leaving } = leave(edited(adopted, "Brook", { Log: "Telegram" }), "Leads");
  expect(leaving.kept).toEqual(["Log"]);
});

test("a column of stages that we added goes while it says nothing, and stays once somebody moved", () => {
  const clients = sheet("Clients", ["Name", "City"], ["Ada", "Rome"], ["Bob", "Oslo"]);
  const adopted = adopt([clients], "Clients").tables;
  expect(tableNamed(leave(adopted, "Clients").tables, "Clients").header).toEqual(["Name", "City"]);
  const moved = leave(edited(adopted, "Ada", { Stage: "Done" }), "Clients").tables;
  expect(tableNamed(moved, "Clients").rows.map(({ cells }) => cells)).toEqual([
    ["Ada", "Rome", "Done"],
    ["Bob", "Oslo", "New"],
  ]);
});

test("the board and its set-up rows are gone, others stay, and the next look finds nothing to do", () => {
  const world = openWorld({ boards: { Orders: pipelineOf("Orders", "Lead > Paid:won | Lost:lost") } });
  world.add({ Name: "Order 1" });
  world.run();
  const before = world.tables();
  const { definition } = world.look();
  const { tables } = leave(adopt([...before, leads], "Leads", { definition }).tables, "Leads");
  for (const tab of ["Pipelines", "Stages", "Fields", "Orders"]) {
    expect(tableNamed(tables, tab)).toEqual(tableNamed(before, tab));
  }
  const again = reconcile(tables, runAt("2026-11-04T09:00:00Z"));
  expect(again.changes).toEqual([]);
  expect(again.problems).toEqual([]);
});

test("a board that was made and not adopted leaves all that people fill in", () => {
  const world = openWorld({ boards: { Deals: pipelineOf("Deals", "Lead > Won:won | Lost:lost") } });
  world.add({ Name: "Ada", Stage: "Won" });
  world.run();
  const { tables } = leave(world.tables(), "Deals");
  const { header, rows } = tableNamed(tables, "Deals");
  expect(header).toEqual(["Stage", "Name", "Owner", "Next step", "Next step on"]);
  expect(rows.map(({ cells }) => cells)).toEqual([["Won", "Ada"]]);
});

test("a pipeline that another board follows keeps its set-up rows", () => {
  const world = openWorld({ boards: { Deals: pipelineOf("Deals", "Lead > Offer > Won:won | Lost:lost") } });
  const { definition } = world.look();
  const [pipeline] = definition.pipelines;
  const wishes = pipeline === undefined ? {} : { pipeline };
  const adopted = adopt([...world.tables(), leads], "Leads", { definition, wishes }).tables;
  const { tables } = leave(adopted, "Leads");
  expect(tableNamed(tables, "Stages").rows).toHaveLength(4);
  expect(tableNamed(tables, "Pipelines").rows).toHaveLength(1);
});

test("adopted again, records of the same name go on where they were; the others came and went", () => {
  const first = adopt([leads], "Leads").tables;
  const left = leave(first, "Leads").tables.map((table): Table => {
    if (table.tab !== "Leads") return table;
    const rows = table.rows.filter(({ cells }) => cells[0] !== "Dale");
    const brook = rows.map((row) => (row.cells[0] === "Brook" ? { ...row, cells: ["Brook", "Won"] } : row));
    return { ...table, rows: [...brook, { at: 9, cells: ["Eve", "Lead"] }] };
  });
  const { tables, adoption } = adopt(left, "Leads", {
    now: "2026-12-01T09:00:00Z",
    definition: noBoards(left),
  });
  const entries = readLog(tables).entries.filter(({ board }) => board === "leads");
  const since = entries.filter(({ at }) => at.startsWith("2026-12-01"));
  expect(since.map((entry) => `${entry.name}: ${sentence(entry)}`)).toEqual([
    ": note",
    "Brook: moved lead > won",
    "Eve: created lead",
    "Dale: removed",
  ]);
  const acme = [...replay(entries).values()].find(({ name }) => name === "Acme");
  expect(acme?.now.at).toBe("2026-11-02T09:00:00+00:00");
  expect(adoption.notes).toContain("the history knows 3 leads from when the tab was a board, and goes on");
});

function noBoards(tables: Tables) {
  return reconcile(tables, runAt("2026-12-01T08:00:00Z")).definition;
}

function withoutTrailing({ rows }: Table): Table["rows"] {
  return rows.map(({ at, cells }) => {
    const last = cells.reduce<number>((most, cell, column) => (cell === null ? most : column + 1), 0);
    return { at, cells: cells.slice(0, last) };
  });
}

const word = fc.constantFrom("Lead", "Offer", "Won", "Lost", "On hold", "山", "Due", "ID", "Log", "x y");
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  word,
  fc.string({ maxLength: 8 }).filter((text) => text.trim() !== ""),
  fc.integer({ min: -1000, max: 1_000_000 }),
  fc.boolean(),
  fc.record({ serial: fc.integer({ min: 1, max: 60_000 }) }),
);
const header = fc.uniqueArray(
  fc.constantFrom(
    "E-mail",
    "Due",
    "ID",
    "Log",
    "Since",
    "Score",
    "Next step",
    "Owner",
    "Value",
    "Notes",
    "Fingerprint",
  ),
  { minLength: 1, maxLength: 6 },
);
const homeMade = header.chain((names) =>
  fc
    .array(fc.tuple(fc.constantFrom("Ada", "Bob", "Cy", "Dee", "Eve"), word, ...names.map(() => cell)), {
      maxLength: 8,
    })
    .map((rows) => sheet("Mine", ["Name", "Stage", ...names], ...rows)),
);

test("who adopts and leaves has every cell as it was, whatever stood there", () => {
  fc.assert(
    fc.property(homeMade, (table) => {
      const { adoption, tables } = adopt([table], "Mine");
      if (adoption.refusals.length > 0) return;
      expect(tableNamed(leave(tables, "Mine").tables, "Mine")).toEqual({
        ...table,
        rows: withoutTrailing(table),
      });
    }),
    { numRuns: 60 },
  );
});
