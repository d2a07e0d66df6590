import fc from "fast-check";
import { expect, test } from "vitest";
import { Definition } from "../../../../shared/definition/pipeline.ts";
import { readSetup } from "../../../../shared/definition/setup/read-setup.ts";
import { stagesFromLine } from "../../../../shared/definition/stage-line.ts";
import { templates } from "../../../../shared/definition/templates/templates.ts";
import type { Cell } from "../../../../shared/table/cell.ts";
import { sentenceOf } from "../../../../shared/table/problem.ts";
import type { Table, Tables } from "../../../../shared/table/table.ts";
import { fixtures } from "../../../fixtures.ts";
import { definitions, setupTablesOf } from "../definitions.ts";

const { book } = fixtures;
const tables = setupTablesOf(book);
/** What a reading says of set-up tabs in which nothing is wrong and nothing was renamed. */
const silent = { problems: [], remarks: [], minted: [], following: [] };

/** The tables with the cells of a row (from 2) of a tab overwritten, by header. */
function typedIn(all: Tables, tab: string, row: number, cells: Readonly<Record<string, Cell>>): Tables {
  return all.map((table) => (table.tab === tab ? typedInTable(table, row, cells) : table));
}

function typedInTable(table: Table, at: number, cells: Readonly<Record<string, Cell>>): Table {
  const known = table.rows.find((row) => row.at === at)?.cells ?? [];
  const written = table.header.map((header, index) => cells[String(header)] ?? known[index] ?? null);
  for (const [header, cell] of Object.entries(cells))
    if (cell === null) written[table.header.indexOf(header)] = null;
  const rows = [...table.rows.filter((row) => row.at !== at), { at, cells: written }];
  return { ...table, rows: rows.sort((left, right) => left.at - right.at) };
}

function problemsOf(all: Tables): readonly string[] {
  return readSetup(all, undefined).problems.map(sentenceOf);
}

test("what is written on the set-up tabs is read again", () => {
  expect(readSetup(tables, undefined)).toEqual({ definition: book, ...silent });
});

test("any definition is read from the set-up tabs as it was written", () => {
  fc.assert(
    fc.property(definitions, (definition) => {
      expect(Definition.safeParse(definition).success).toBe(true);
      expect(readSetup(setupTablesOf(definition), undefined)).toEqual({ definition, ...silent });
    }),
    { numRuns: 300 },
  );
});

test.each(templates.map(({ key, pipeline }) => [key, pipeline] as const))(
  "the built-in pipeline %s is read from the set-up tabs as it was written",
  (_key, pipeline) => {
    const definition = {
      ...book,
      pipelines: [pipeline],
      boards: [{ id: "board", tab: "Board", pipeline: pipeline.id }],
    };
    expect(readSetup(setupTablesOf(definition), undefined)).toEqual({ definition, ...silent });
  },
);

test("the columns of a set-up tab may stand in any order, and a row without cells is none", () => {
  const turned = tables.map((table) => ({
    ...table,
    marks: {},
    header: [...table.header].reverse(),
    rows: [
      { at: 1000, cells: [null, " "] },
      ...table.rows.map(({ at, cells }) => ({
        at,
        cells: table.header.map((_, index) => cells[table.header.length - 1 - index] ?? null),
      })),
    ],
  }));
  expect(readSetup(turned, undefined)).toEqual({ definition: book, ...silent });
});

test("a book without a Pipelines tab has no boards yet", () => {
  expect(() => readSetup([], undefined)).toThrow(
    'this book has no boards yet; make one with "stageline new <book>"',
  );
});

test("while a set-up tab holds a mistake, the last good definition is in force whole", () => {
  const wrong = typedIn(tables, "Stages", 3, { Stage: "Quote", Kind: "opne" });
  const reading = readSetup(wrong, book);
  expect(reading.definition).toBe(book);
  expect(reading.problems.map(sentenceOf)).toEqual([
    'Stages!D3: "opne" is not one of open, parked, won, lost, avoid',
  ]);
});

test("a renamed stage keeps its id, and cells that call it by its former name mean it still", () => {
  const named = typedIn(tables, "Stages", 2, { "Next stages": "Offer, Lost" });
  const { definition, problems } = readSetup(typedIn(named, "Stages", 3, { Stage: "Quote" }), book);
  expect(problems).toEqual([]);
  expect(definition.pipelines[0]?.stages[0]?.next).toEqual(["offer", "lost"]);
  expect(definition.pipelines[0]?.stages[1]).toMatchObject({ id: "offer", name: "Quote" });
  expect(definition.pipelines[0]?.milestones[0]?.reachedWhen).toEqual({ by: "stage", stage: "offer" });
});

test("a renamed field keeps its id, and needs that call it by its former name mean it still", () => {
  const { definition, problems } = readSetup(typedIn(tables, "Fields", 2, { Field: "Price" }), book);
  expect(problems).toEqual([]);
  expect(definition.pipelines[0]?.fields[0]).toMatchObject({ id: "budget", name: "Price" });
  expect(definition.pipelines[0]?.stages[1]?.needs).toEqual([
    { anyOf: [{ test: "filled", field: "budget" }] },
  ]);
});

test("a name that another stage has taken over means that one", () => {
  const swapped = typedIn(typedIn(tables, "Stages", 3, { Stage: "Won" }), "Stages", 4, { Stage: "Offer" });
  const { definition, problems } = readSetup(swapped, book);
  expect(problems).toEqual([]);
  expect(definition.pipelines[0]?.milestones[0]?.reachedWhen).toEqual({ by: "stage", stage: "won" });
});

test("a name that was never that of a stage is a problem, former names or not", () => {
  const wrong = typedIn(tables, "Milestones", 2, { "Reached when": "stage Quote" });
  expect(readSetup(wrong, book).problems.map(sentenceOf)).toEqual([
    'Milestones!D2: "Quote" is not one of the stages Lead, Offer, Won, Lost',
  ]);
});

test("a row that lacks its id gets one from its name, unused by any other row of its pipeline", () => {
  const added = typedIn(tables, "Stages", 9, { Pipeline: "Offers", Stage: "lead!", Kind: "parked" });
  const { definition, minted } = readSetup(added, undefined);
  expect(minted.map(({ layout, row, id }) => [layout.key, row.at, id])).toEqual([["stages", 9, "lead_2"]]);
  expect(definition.pipelines[0]?.stages[4]).toMatchObject({
    id: "lead_2",
    kind: "parked",
    onMainLine: false,
  });
});

test("a copied row gets an id of its own, and the upper one keeps it", () => {
  const copied = typedIn(tables, "Stages", 9, { Pipeline: "Offers", Stage: "Again", ID: "lead" });
  expect(readSetup(copied, undefined).minted.map(({ id }) => id)).toEqual(["again"]);
});

test("a copied row of Pipelines is another board, whatever pipeline it is given", () => {
  const copied = typedIn(tables, "Pipelines", 3, { Board: "Repairs", Pipeline: "Offers", ID: "deals" });
  expect(readSetup(copied, undefined).definition.boards.map(({ id }) => id)).toEqual(["deals", "repairs"]);
  const other = typedIn(copied, "Pipelines", 3, { Pipeline: "Other", "Pipeline ID": "offers" });
  const { boards, pipelines } = readSetup(other, undefined).definition;
  expect(boards.map(({ id }) => id)).toEqual(["deals", "repairs"]);
  expect(pipelines.map(({ id }) => id)).toEqual(["offers", "other"]);
});

test("an id that is no id of ours, or one that every board uses, is replaced", () => {
  const spoiled = typedIn(tables, "Pipelines", 2, { "Pipeline ID": "Hello World", ID: "1 2" });
  const { definition } = readSetup(spoiled, undefined);
  expect(definition.boards).toEqual([{ id: "deals", tab: "Deals", pipeline: "offers" }]);
  const taken = typedIn(tables, "Fields", 2, { ID: "stage" });
  expect(readSetup(taken, undefined).minted.map(({ id }) => id)).toEqual(["budget"]);
});

test.each<[string, string, number, Readonly<Record<string, Cell>>, string]>([
  [
    "a stage of no pipeline",
    "Stages",
    9,
    { Pipeline: "Ofers", Stage: "X" },
    'Stages!A9: "Ofers" is not one of the pipelines Offers',
  ],
  [
    "a stage without a name",
    "Stages",
    9,
    { Pipeline: "Offers", Goal: "x" },
    "Stages!B9: the row names no stage",
  ],
  [
    "a stage that stands twice",
    "Stages",
    9,
    { Pipeline: "Offers", Stage: " LEAD" },
    'Stages!B9: "LEAD" stands in row 2 already; give this one another name',
  ],
  [
    "a need that names no field",
    "Stages",
    3,
    { "Needed first": "Budgt" },
    'Stages!H3: "Budgt" is not a field of this pipeline; its fields are Name, Owner, Budget, Next step, Next step on',
  ],
  [
    "a next stage that is none",
    "Stages",
    3,
    { "Next stages": "Wonn" },
    'Stages!I3: "Wonn" is not one of the stages Lead, Offer, Won, Lost',
  ],
  ["a target above all", "Stages", 3, { Target: 50 }, 'Stages!M3: "50" is not a share between 0 % and 100 %'],
  [
    "a limit of half a day",
    "Stages",
    3,
    { "Working days at most": 0.5 },
    'Stages!O3: "0.5" is not a whole number of working days up to 10000',
  ],
  [
    "a limit of a hundred years",
    "Stages",
    3,
    { "Working days at most": 36500 },
    'Stages!O3: "36500" is not a whole number of working days up to 10000',
  ],
  ["a colour by name", "Stages", 3, { Colour: "red" }, 'Stages!P3: "red" is not a colour such as #d9ead3'],
  ["an error cell", "Stages", 3, { Target: { error: "#REF!" } }, 'Stages!M3: "#REF!" is a formula error'],
  [
    "a formula error for a name",
    "Stages",
    3,
    { Stage: { error: "#NAME?" } },
    'Stages!B3: "#NAME?" is a formula error',
  ],
  [
    "a type that is none",
    "Fields",
    2,
    { Type: "numbr" },
    'Fields!C2: "numbr" is not one of text, long text, e-mail, phone, link, number, money, day, time, yes/no, choice, person, record link',
  ],
  [
    "a choice without values",
    "Fields",
    2,
    { Type: "choice" },
    "Fields!D2: a choice has no values; write them here, parted by commas",
  ],
  [
    "a field that every board has",
    "Fields",
    9,
    { Pipeline: "Offers", Field: "next  STEP" },
    'Fields!B9: every board has a column "Next step" already; give this field another name',
  ],
  [
    "a field named like the column of stages",
    "Fields",
    9,
    { Pipeline: "Offers", Field: "Stage" },
    'Fields!B9: every board has a column "Stage" already; give this field another name',
  ],
  [
    "a milestone that names no stage",
    "Milestones",
    2,
    { "Reached when": "stage Ofer" },
    'Milestones!D2: "Ofer" is not one of the stages Lead, Offer, Won, Lost',
  ],
  ["a milestone below nothing", "Milestones", 2, { Points: -1 }, 'Milestones!C2: "-1" is below 0'],
  [
    "a milestone of no pipeline",
    "Milestones",
    9,
    { Pipeline: "X", Milestone: "Y" },
    'Milestones!A9: "X" is not one of the pipelines Offers',
  ],
  [
    "a milestone that stands twice",
    "Milestones",
    9,
    { Pipeline: "Offers", Milestone: "offered", "Reached when": "Budget" },
    'Milestones!B9: "offered" stands in row 2 already; give this one another name',
  ],
  ["a board without a tab", "Pipelines", 3, { Pipeline: "Offers" }, "Pipelines!A3: the row names no board"],
  [
    "a board that stands twice",
    "Pipelines",
    3,
    { Board: "deals", Pipeline: "Offers" },
    'Pipelines!A3: "deals" stands in row 2 already; give this one another name',
  ],
  [
    "a second board that says another thing of its pipeline",
    "Pipelines",
    3,
    { Board: "More", Pipeline: "Offers", "One record is a": "gig", Currency: "EUR" },
    'Pipelines!C3: row 2 says "deal" for the same pipeline; write the same here, or nothing',
  ],
  [
    "a pipeline without stages",
    "Pipelines",
    3,
    { Board: "More", Pipeline: "Other" },
    'Pipelines!B3: the pipeline "Other" has no stage on its main line; add rows to Stages',
  ],
  [
    "a currency by its sign",
    "Pipelines",
    2,
    { Currency: "€" },
    'Pipelines!D2: "€" is not a currency code such as EUR',
  ],
  [
    "a period of no day field",
    "Pipelines",
    2,
    { "Period starts": "Budget", "Period ends": "Budget" },
    'Pipelines!F2: "Budget" is not a day field of this pipeline',
  ],
  [
    "a week of no day",
    "Pipelines",
    2,
    { "Working days": "Mo-Fr" },
    'Pipelines!E2: "Mo-Fr" is not a day of the week; write Mon, Tue, Wed, Thu, Fri',
  ],
  [
    "an absence that ends on no day",
    "Team",
    2,
    { Person: "Ada", "Away until": "soon" },
    'Team!E2: "soon" is not a day like 2026-11-20',
  ],
  [
    "a stand-in whom nobody knows",
    "Team",
    2,
    { Person: "Ada", "Stand-in": "Zoe" },
    'Team!F2: "Zoe" is not a person of this tab',
  ],
  [
    "somebody who stands in for themselves",
    "Team",
    2,
    { Person: "Ada", "Stand-in": "ada" },
    "Team!F2: Ada cannot stand in for Ada; name somebody else",
  ],
  [
    "a digest at no time of day",
    "Pipelines",
    2,
    { "Digest at": "early" },
    'Pipelines!L2: "early" is not a time like 08:30',
  ],
  ["a person without a name", "Team", 2, { "E-mail": "ada@example.org" }, "Team!A2: the row names no person"],
  [
    "a person's address that is none",
    "Team",
    2,
    { Person: "Ada", "E-mail": "ada" },
    'Team!B2: "ada" is not an e-mail address like ada@example.org',
  ],
  [
    "a day off that is none",
    "Calendar",
    2,
    { "Day off": "Christmas" },
    'Calendar!A2: "Christmas" is not a day like 2026-11-20',
  ],
])("%s is a problem at its cell", (_what, tab, row, cells, problem) => {
  expect(problemsOf(typedIn(tables, tab, row, cells))).toContain(problem);
});

test("a person who stands twice is a problem: Owner could mean either", () => {
  const twice = typedIn(typedIn(tables, "Team", 2, { Person: "Ada" }), "Team", 3, { Person: " ada " });
  expect(problemsOf(twice)).toEqual(['Team!A3: "ada" stands in row 2 already; give this one another name']);
});

test("a second board may leave the settings of its pipeline empty, or repeat them", () => {
  const more = typedIn(tables, "Pipelines", 3, {
    Board: "More",
    Pipeline: "offers",
    "One record is a": "deal",
    "Working days": "Fri Thu Wed Tue Mon",
  });
  expect(problemsOf(more)).toEqual([]);
});

test("a column that was deleted is named, once", () => {
  const lost = tables.map((table) =>
    table.tab === "Stages"
      ? { ...table, marks: {}, header: table.header.map((cell) => (cell === "Kind" ? "Sort" : cell)) }
      : table,
  );
  expect(problemsOf(lost)).toEqual(['Stages: the column "Kind" is missing; put it back with this header']);
});

test("a field called like a stage or an activity still earns a milestone by its own name", () => {
  const [pipeline] = book.pipelines;
  const [field] = pipeline?.fields ?? [];
  if (pipeline === undefined || field === undefined) throw new Error("the fixture has no field");
  const names = ["stage Offer", "Call logged", '"quoted"', "stage fright"];
  const fields = names.map((name, number) => ({ ...field, id: `f${number}`, name }));
  const milestones = fields.map(({ id, name }) => ({
    id,
    name,
    points: 1,
    reachedWhen: { by: "field" as const, field: id },
  }));
  const stageMilestone = {
    id: "m",
    name: "Offered",
    points: 1,
    reachedWhen: { by: "stage" as const, stage: "offer" },
  };
  const named = {
    ...pipeline,
    stages: stagesFromLine("Lead > Offer"),
    fields,
    milestones: [...milestones, stageMilestone],
  };
  const definition = { ...book, pipelines: [named] };
  expect(readSetup(setupTablesOf(definition), undefined)).toEqual({ definition, ...silent });
});

const junk: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>(
    null,
    "",
    " ",
    "x",
    "yes",
    "no",
    "Offers",
    "Lead",
    "stage Lead",
    '"',
    "=1+1",
    "1e999",
    true,
    false,
  ),
  fc.constantFrom<Cell>({ error: "#REF!" }, { serial: 46110 }, { serial: -1e9 }, { serial: 0.5 }),
  fc.string({ unit: "binary" }),
  fc.double(),
);

test("any cell may be overwritten by any junk: it is understood, or a problem says where and the last good definition rules", () => {
  const places = tables.flatMap((table, number) =>
    [1, ...table.rows.map(({ at }) => at), 50].flatMap((row) =>
      table.header.map((_, column) => ({ number, row, column })),
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), junk, ({ number, row, column }, cell) => {
      const spoiled = tables.map((table, index) =>
        index === number ? overwritten(table, { row, column }, cell) : table,
      );
      const { definition, problems } = readSetup(spoiled, book);
      if (problems.length === 0) expect(Definition.safeParse(definition).error).toBeUndefined();
      else expect(definition).toBe(book);
      for (const problem of problems) {
        expect(tables.map(({ tab }) => tab)).toContain(problem.tab);
        expect(problem.message).not.toBe("");
        expect(problem.cell ?? problem.message).toMatch(/^[A-Z]+\d+$|^the column ".*" is missing/);
      }
    }),
    { numRuns: 6000 },
  );
});

function overwritten(
  table: Table,
  place: { readonly row: number; readonly column: number },
  cell: Cell,
): Table {
  if (place.row === 1)
    return { ...table, header: table.header.map((each, at) => (at === place.column ? cell : each)) };
  const known = table.rows.find(({ at }) => at === place.row)?.cells ?? [];
  const cells = table.header.map((_, at) => (at === place.column ? cell : (known[at] ?? null)));
  return { ...table, rows: [...table.rows.filter(({ at }) => at !== place.row), { at: place.row, cells }] };
}

test("a stand-in is the person of the tab whom the cell means, by a former name, too", () => {
  const ada = { Person: "Ada", "Away until": "2026-11-27", "Stand-in": "bobby" };
  const team = typedIn(typedIn(tables, "Team", 2, ada), "Team", 3, { Person: "Bob", "Also called": "Bobby" });
  const { definition, following } = readSetup(team, undefined);
  expect(definition.team[0]).toMatchObject({ name: "Ada", awayUntil: "2026-11-27", standIn: "Bob" });
  expect(following.map(({ at, key, value }) => [at, key, value])).toEqual([[2, "stand_in", "Bob"]]);
});
