// Every edit of the set-up tabs does what one expects of it, and nothing of the history is lost: what is renamed,
// put in another order, added or taken out.

import { expect, test } from "vitest";
import { mainLineOf } from "../../../shared/definition/pipeline.ts";
import { openWorld, told, type World } from "../../world.ts";
import { dealsPipeline, dealsWorld, worldWith } from "./deals.ts";

const ada = { id: "ada", name: "Ada", roles: [] };
const projects = { ...dealsPipeline, id: "projects", name: "Projects" };

function twoBoards(): World {
  const world = openWorld({ boards: { Deals: dealsPipeline, Projects: projects } });
  world.add({ Name: "Ada" });
  world.add({ Name: "Bob" }, "Projects");
  world.run();
  return world;
}

/** The cells of a column of a tab, each once. */
function columnOf(world: World, tab: string, header: string): readonly unknown[] {
  const table = world.table(tab);
  const column = table.header.indexOf(header);
  return [...new Set(table.rows.map(({ cells }) => cells[column]))];
}

test("a pipeline that is renamed in Pipelines is renamed in every tab, and moves nobody", () => {
  const world = twoBoards();
  world.edit("Deals", { Pipeline: "Clients" }, "Pipelines");
  const { problems, entries, definition } = world.run();
  expect(problems).toEqual([]);
  expect(entries.map(({ kind }) => kind)).toEqual(["definition-changed"]);
  expect(definition.pipelines.map(({ id, name }) => `${id} ${name}`)).toEqual([
    "deals Clients",
    "projects Projects",
  ]);
  for (const tab of ["Stages", "Fields", "Milestones"])
    expect(columnOf(world, tab, "Pipeline")).toEqual(["Clients", "Projects"]);
  expect(world.run().changes).toEqual([]);
  world.edit("Ada", { Stage: "Parked" });
  world.run();
  expect(world.story("Ada")).toEqual(["created lead", "moved lead > parked"]);
});

test("rows that are added under the former name of a pipeline are its own", () => {
  const world = twoBoards();
  world.edit("Deals", { Pipeline: "Clients" }, "Pipelines");
  world.run();
  world.add({ Pipeline: "Deals", Field: "Region", Type: "text" }, "Fields");
  expect(world.run().problems).toEqual([]);
  expect(world.cell("Region", "Pipeline", "Fields")).toBe("Clients");
  world.edit("Ada", { Region: "North" });
  expect(world.run().problems).toEqual([]);
});

test("a pipeline of two boards that is renamed in its first row is renamed in the second", () => {
  const world = worldWith("Ada");
  world.add({ Board: "More", Pipeline: "Deals" }, "Pipelines");
  world.run();
  world.edit("Deals", { Pipeline: "Clients" }, "Pipelines");
  expect(world.run().problems).toEqual([]);
  expect(columnOf(world, "Pipelines", "Pipeline")).toEqual(["Clients"]);
  expect(world.run().changes).toEqual([]);
});

test("a row that is added to Pipelines gets its tab", () => {
  const world = worldWith("Ada");
  world.add({ Board: "Repairs", Pipeline: "Deals" }, "Pipelines");
  expect(world.run().problems).toEqual([]);
  world.add({ Name: "Bob", Stage: "Parked" }, "Repairs");
  expect(world.run().problems).toEqual([]);
  expect(world.story("Bob")).toEqual(["created parked"]);
  expect(world.run().changes).toEqual([]);
});

test("a tab that is renamed is the same board, and its cell in Pipelines follows", () => {
  const world = worldWith("Ada");
  world.replace(
    world.tables().map((table) => (table.tab === "Deals" ? { ...table, tab: "Clients" } : table)),
  );
  const { problems, definition } = world.run();
  expect(problems).toEqual([]);
  expect(definition.boards).toEqual([{ id: "deals", tab: "Clients", pipeline: "deals" }]);
  expect(world.names("Pipelines")).toEqual(["Clients"]);
  expect(world.run().changes).toEqual([]);
  expect(world.story("Ada")).toEqual(["created lead"]);
});

test("a board that is renamed in Pipelines keeps its tab, and is told to rename that", () => {
  const world = worldWith("Ada");
  world.edit("Deals", { Board: "Clients" }, "Pipelines");
  const { problems, definition } = world.run();
  expect(told(problems)).toEqual([
    'A2: the tab of this board is called "Deals"; rename the tab itself, and this cell follows',
  ]);
  expect(definition.boards[0]?.tab).toBe("Deals");
  world.replace(
    world.tables().map((table) => (table.tab === "Deals" ? { ...table, tab: "Clients" } : table)),
  );
  expect(world.run().problems).toEqual([]);
});

test("the rows of a pipeline that was taken out rest until it is back", () => {
  const world = twoBoards();
  world.deleteRow("Bob", "Projects");
  world.run();
  const row = world.deleteRow("Projects", "Pipelines");
  const { problems, definition } = world.run();
  expect(definition.pipelines.map(({ id }) => id)).toEqual(["deals"]);
  expect(problems.map(({ tab, cell }) => `${tab}!${cell}`)).toEqual([
    "Stages!A9",
    "Fields!A7",
    "Milestones!A5",
  ]);
  expect(told(problems)[0]).toBe(
    'A9: "Projects" is no longer in Pipelines, so that 7 rows of it here count for nothing; delete them, or put its row back there',
  );
  world.bringBack(row, "Pipelines");
  expect(world.run().problems).toEqual([]);
  expect(world.run().definition.pipelines.map(({ id }) => id)).toEqual(["deals", "projects"]);
});

test("a board on which records stand keeps its row, or loses its tab too", () => {
  const world = twoBoards();
  world.deleteRow("Projects", "Pipelines");
  const { problems, definition } = world.run();
  expect(told(problems)).toContain(
    'the board "Projects" is gone from here, but a deal stands on it; put its row back with the ID projects, or delete its tab, too',
  );
  expect(definition.boards.map(({ id }) => id)).toEqual(["deals", "projects"]);
  world.replace(world.tables().filter(({ tab }) => tab !== "Projects"));
  expect(world.run().definition.boards.map(({ id }) => id)).toEqual(["deals"]);
});

test("the order of the rows in Stages is that of the main line", () => {
  const world = dealsWorld();
  world.add([
    { Name: "Ada", Stage: "Proposal", Budget: 1, Deadline: "2026-12-01" },
    { Name: "Bob", Stage: "Offer", Budget: 1 },
  ]);
  world.run();
  const offer = world.deleteRow("Offer", "Stages");
  world.bringBack(offer, "Stages");
  const { definition, entries, problems } = world.run();
  expect(problems).toEqual([]);
  expect(entries.map(({ kind }) => kind)).toEqual(["definition-changed"]);
  const [pipeline = dealsPipeline] = definition.pipelines;
  expect(mainLineOf(pipeline).map(({ name }) => name)).toEqual(["Lead", "Proposal", "Won", "Loop", "Offer"]);
  expect([world.cell("Ada", "Stage"), world.cell("Bob", "Stage")]).toEqual(["Proposal", "Offer"]);
});

test("a stage that is added is entered like any other", () => {
  const world = worldWith("Ada");
  world.add({ Pipeline: "Deals", Stage: "Visit", Kind: "open", "Needed first": "Phone" }, "Stages");
  expect(world.run().problems).toEqual([]);
  world.edit("Ada", { Stage: "Visit" });
  expect(told(world.run().problems)).toEqual(['A2: Visit needs: Phone; put back to "Lead"']);
  world.edit("Ada", { Stage: "Visit", Phone: "06 12345678" });
  world.run();
  expect(world.story("Ada").at(-1)).toBe("moved lead > visit");
});

test("a field that is taken out leaves its column and its cells to their owner, and comes back with them", () => {
  const world = dealsWorld();
  world.add({ Name: "Ada", "E-mail": "ada@example.org" });
  world.run();
  const row = world.deleteRow("E-mail", "Fields");
  expect(world.run().problems).toEqual([]);
  expect(world.cell("Ada", "E-mail")).toBe("ada@example.org");
  world.edit("Ada", { "E-mail": "none at all" });
  expect(world.run().changes).toEqual([]);
  world.bringBack(row, "Fields");
  expect(told(world.run().problems)).toEqual([
    'F2: E-mail: "none at all" is not an e-mail address like ada@example.org',
  ]);
});

test("a field that is asked for cannot be taken out: the cell that asks for it says so", () => {
  const world = worldWith("Ada");
  world.deleteRow("Deadline", "Fields");
  expect(told(world.run().problems)).toEqual([
    'H4: "Deadline" is not a field of this pipeline; its fields are Name, Owner, Budget, E-mail, Phone, Signed, Next step, Next step on',
  ]);
});

test("a milestone that is renamed keeps its points with those who reached it; one that is taken out takes them along", () => {
  const world = worldWith("Ada");
  world.edit("Ada", { Log: "Call" });
  world.run();
  world.edit("Called", { Milestone: "Phoned", Points: 4 }, "Milestones");
  world.run();
  expect(world.cell("Ada", "Score")).toBe(4);
  const row = world.deleteRow("Phoned", "Milestones");
  world.run();
  expect(world.cell("Ada", "Score")).toBe(0);
  world.bringBack(row, "Milestones");
  world.run();
  expect(world.cell("Ada", "Score")).toBe(4);
  expect(world.story("Ada").filter((entry) => entry.startsWith("milestone"))).toEqual(["milestone called"]);
});

test("a message that is renamed is still sent by the rules that call it by its former name", () => {
  const world = openWorld({
    boards: {
      Deals: {
        ...dealsPipeline,
        messages: [
          {
            id: "hello",
            name: "Hello",
            purpose: "service",
            to: "contact",
            cc: [],
            subject: "Hello",
            body: "",
            reviewFirst: false,
          },
        ],
        rules: [
          {
            id: "greet",
            name: "Greet",
            when: { on: "enters", stage: "offer" },
            whileIn: [],
            onlyIf: [],
            does: [{ do: "send", message: "hello" }],
            until: [],
          },
        ],
      },
    },
  });
  world.run();
  world.edit("Hello", { Message: "Welcome" }, "Messages");
  const { problems, definition } = world.run();
  expect(problems).toEqual([]);
  expect(definition.pipelines[0]?.rules[0]?.does).toEqual([{ do: "send", message: "hello" }]);
  expect(world.run().changes).toEqual([]);
});

test("a person whose name changes keeps their records, under the new name", () => {
  const world = dealsWorld({ team: [ada] });
  world.add([
    { Name: "Pear", Owner: "Ada" },
    { Name: "Plum", Owner: "Bob" },
  ]);
  world.run();
  world.edit("Ada", { Person: "Ada Lovelace" }, "Team");
  expect(world.run().problems).toEqual([]);
  expect([world.cell("Pear", "Owner"), world.cell("Plum", "Owner")]).toEqual(["Ada Lovelace", "Bob"]);
  expect(world.cell("Ada Lovelace", "Also called", "Team")).toBe("Ada");
  expect(world.run().changes).toEqual([]);
  world.edit("Plum", { Owner: "ada" });
  world.run();
  expect(world.cell("Plum", "Owner")).toBe("Ada Lovelace");
  expect(world.run().changes).toEqual([]);
});

test("a person who is taken out of Team leaves open records, and it is said whose they were", () => {
  const world = dealsWorld({ team: [ada] });
  world.add([
    { Name: "Pear", Owner: "Ada" },
    { Name: "Plum", Owner: "Ada" },
    { Name: "Past", Owner: "Ada", Stage: "Lost" },
  ]);
  world.run();
  world.deleteRow("Ada", "Team");
  const message =
    "is no longer in Team, but 2 open deals are in that name; hand them over, or put the row back";
  expect(told(world.run().problems)).toEqual([`C2: "Ada" ${message}`]);
  expect(world.cell("Pear", "Owner")).toBe("Ada");
  world.edit("Pear", { Owner: "Bob" });
  world.edit("Plum", { Owner: "Bob" });
  expect(world.run().problems).toEqual([]);
});

test("rows of Setup tabs that were given twice the same ID in two pipelines are told apart", () => {
  const world = openWorld({ boards: { Deals: dealsPipeline, Projects: projects } });
  world.run();
  const table = world.table("Stages");
  const at = (header: string) => table.header.indexOf(header);
  const renamed = table.rows.map((row) => {
    const isFirst = row.cells[at("Pipeline")] === "Deals" && row.cells[at("Stage")] === "Lead";
    return isFirst ? { ...row, cells: row.cells.with(at("Stage"), "Enquiry") } : row;
  });
  const sameIds = renamed.map((row) => ({
    ...row,
    cells: row.cells.with(at("ID"), String(row.cells[at("ID")]).replace(/_\d+$/, "")),
  }));
  world.replace(world.tables().map((each) => (each.tab === "Stages" ? { ...table, rows: sameIds } : each)));
  world.run();
  expect(world.table("Stages").rows.map(({ cells }) => cells[at("Also called")] ?? null)).toEqual([
    "Lead",
    ...sameIds.slice(1).map(() => null),
  ]);
});

test("practice is switched for the whole book in the first row of Pipelines, and the other rows follow", () => {
  const world = openWorld({ boards: { Deals: dealsPipeline, Projects: projects }, practice: true });
  world.run();
  world.edit("Deals", { Practice: "no", "Time zone": "Europe/Amsterdam" }, "Pipelines");
  const { definition, problems } = world.run();
  expect(problems).toEqual([]);
  expect([definition.practice, definition.zone]).toEqual([false, "Europe/Amsterdam"]);
  expect(columnOf(world, "Pipelines", "Practice")).toEqual(["no"]);
  expect(columnOf(world, "Pipelines", "Time zone")).toEqual(["Europe/Amsterdam"]);
  expect(world.run().changes).toEqual([]);
  world.edit("Projects", { Practice: "yes" }, "Pipelines");
  expect(told(world.run().problems)).toEqual([
    'J3: the first row says "no" for the whole book; write it there, and the others follow',
  ]);
});

test("two boards of one pipeline have its stages, its rules, and records of their own", () => {
  const world = worldWith("Ada");
  world.add({ Board: "More", Pipeline: "Deals" }, "Pipelines");
  world.run();
  world.add({ Name: "Bob", Stage: "Parked" }, "More");
  world.run();
  world.edit("Parked", { Stage: "On hold" }, "Stages");
  expect(world.run().problems).toEqual([]);
  expect([world.cell("Ada", "Stage"), world.cell("Bob", "Stage", "More")]).toEqual(["Lead", "On hold"]);
  expect(world.run().changes).toEqual([]);
});

test("a pipeline of one stage takes records, and lets them nowhere else", () => {
  const [only] = dealsPipeline.stages;
  if (only === undefined) throw new Error("the pipeline has no stage");
  const world = openWorld({ boards: { Notes: { ...dealsPipeline, stages: [only], milestones: [] } } });
  world.add({ Name: "Ada" });
  expect(world.run().problems).toEqual([]);
  expect(world.cell("Ada", "Stage")).toBe("Lead");
  world.edit("Ada", { Stage: "Offer" });
  expect(told(world.run().problems)).toEqual(['A2: stage "Offer" is not one of Lead']);
});
