// What the dropdowns of a book offer, as LibreOffice works them out: the values that Setup lists, at once when they
// are typed there, and whatever order the rows are in.

import { expect, test } from "vitest";
import { openBook } from "../../local/book/book-file.ts";
import { activityKinds, logWordsFor, wordOfActivity } from "../../shared/definition/activity.ts";
import { everyDefinition } from "../../shared/definition/definition-versions.ts";
import type { Definition, Pipeline } from "../../shared/definition/pipeline.ts";
import { readSetup } from "../../shared/definition/setup/read-setup.ts";
import { templates } from "../../shared/definition/templates/templates.ts";
import { fieldTypes } from "../../shared/table/field-type.ts";
import { currencyCodes } from "../../shared/value/currency.ts";
import { rowsOf } from "../book-contents.ts";
import { newPath, stageline } from "../command.ts";
import { editInLibreOffice, listsInLibreOffice, type SeenLists } from "../hands/libre-office.ts";

const yesNo = ["yes", "no"];
const activities = activityKinds.map(wordOfActivity);

async function definitionOf(path: string): Promise<Definition> {
  const { tables } = await openBook(path);
  const earlier = everyDefinition(tables);
  return readSetup(tables, earlier[0], earlier).definition;
}

function names(things: readonly { readonly name: string }[]): readonly string[] {
  return things.map(({ name }) => name);
}

/** The columns with a closed list on the board of a pipeline. */
function boardLists(pipeline: Pipeline, people: readonly string[]) {
  const fields = pipeline.fields.flatMap(({ name, type, options }): [string, readonly string[]][] => {
    if (type === "choice") return [[name, options]];
    if (type === "person") return [[name, people]];
    return type === "yes/no" ? [[name, yesNo]] : [];
  });
  return {
    Stage: names(pipeline.stages),
    Owner: people,
    ...Object.fromEntries(fields),
    Log: logWordsFor(pipeline.noun),
  };
}

function roles({ pipelines, team }: Definition): readonly string[] {
  const ofStages = pipelines.flatMap(({ stages }) =>
    stages.flatMap((each) => [each.role, each.mayEnter].flat()),
  );
  const all = [...ofStages, ...team.flatMap((person) => person.roles)];
  return [...new Set(all.filter((role) => role !== undefined))];
}

/** Of every tab what row 2 offers; `first` is the pipeline of row 2 of Pipelines, `scored` that of Milestones. */
function expectedLists(definition: Definition, of: { readonly first: Pipeline; readonly scored: Pipeline }) {
  const { pipelines, boards, team } = definition;
  const people = names(team);
  const days = names(of.first.fields.filter(({ type }) => type === "day"));
  const Pipeline = names(pipelines);
  const tabs = boards.map(({ tab, pipeline }) => {
    const own = pipelines.find(({ id }) => id === pipeline) ?? of.first;
    return [tab, { "2": boardLists(own, people) }];
  });
  const setup = {
    Held: { "Take or Drop": ["Take", "Drop"] },
    Outbox: { "Send or Cancel": ["Send", "Cancel"] },
    // Nothing was invoiced.
    Payments: { Invoice: [] },
    Team: { "Stand-in": people },
    Pipelines: { Currency: currencyCodes, "Period starts": days, "Period ends": days, Practice: yesNo },
    Stages: {
      Pipeline,
      Kind: ["open", "parked", "won", "lost", "avoid"],
      "Main line": yesNo,
      Responsible: roles(definition),
      "If something is missing": ["refuse", "warn"],
    },
    Fields: {
      Pipeline,
      Type: fieldTypes,
      "Personal data": yesNo,
      "No two alike": yesNo,
      "Carried over": yesNo,
    },
    Milestones: {
      Pipeline,
      "Reached when": [
        ...names(of.scored.stages).map((name) => `stage ${name}`),
        ...names(of.scored.fields),
        ...activities.map((word) => `${word} logged`),
      ],
    },
    Rules: { Pipeline, Until: ["a reply", "a move", "a reply or a move"] },
    Messages: {
      Pipeline,
      Purpose: ["service", "outreach"],
      To: ["contact", "owner", ...roles(definition)],
      "Review first": yesNo,
    },
  };
  const others = Object.entries(setup).map(([tab, lists]) => [tab, { "2": lists }]);
  return Object.fromEntries([...tabs, ...others]);
}

/** Without the tabs that have no dropdown. */
function offered(lists: SeenLists): SeenLists {
  return Object.fromEntries(Object.entries(lists).filter(([, rows]) => Object.keys(rows).length > 0));
}

function pipelineNamed({ pipelines }: Definition, name: string): Pipeline {
  const found = pipelines.find((pipeline) => pipeline.name === name);
  if (found === undefined) throw new Error(`no pipeline is called "${name}"`);
  return found;
}

const title =
  "every dropdown offers what Setup lists: in a fresh book, when Setup was edited, and after the sync";
test(title, async () => {
  const book = newPath();
  const all = templates.flatMap(({ key }) => ["--template", key]);
  expect((await stageline("new", book, ...all)).exitCode).toBe(0);
  const fresh = await definitionOf(book);
  const of = (definition: Definition) => ({
    first: pipelineNamed(definition, "Sales"),
    scored: pipelineNamed(definition, "Coaching"),
  });
  expect(offered(await listsInLibreOffice(book))).toEqual(expectedLists(fresh, of(fresh)));

  const last = (await rowsOf(book, "Stages")).length + 1;
  const stage = (at: number, cells: readonly string[]) =>
    cells.map((value, index) => ({
      do: "set" as const,
      tab: "Stages",
      cell: `${"ABCD".charAt(index)}${at}`,
      value,
    }));
  await editInLibreOffice(book, [
    { do: "set", tab: "Team", cell: "A2", value: "Ada" },
    { do: "set", tab: "Team", cell: "A5", value: "Bob" },
    { do: "set", tab: "Pipelines", cell: "A10", value: "Repairs" },
    { do: "set", tab: "Pipelines", cell: "B10", value: "Repairs" },
    ...stage(last + 2, ["Repairs", "Broken", "", "open"]),
    ...stage(last + 3, ["Repairs", "Mended", "", "won"]),
    ...stage(last + 4, ["Solar", "Second look", "", "open"]),
    { do: "sort", tab: "Stages", by: "B" },
  ]);
  const typed = await definitionOf(book);
  const lists = await listsInLibreOffice(book);
  expect(names(typed.team)).toEqual(["Ada", "Bob"]);
  expect(pipelineNamed(typed, "Solar").stages.map(({ name }) => name)).toContain("Second look");
  for (const { tab, pipeline } of typed.boards.filter(({ tab: name }) => name !== "Repairs")) {
    const own = typed.pipelines.find(({ id }) => id === pipeline);
    expect(lists[tab]?.["2"]).toMatchObject({ Stage: names(own?.stages ?? []), Owner: ["Ada", "Bob"] });
  }
  expect(lists["Stages"]?.["2"]?.["Pipeline"]).toEqual(names(typed.pipelines));

  const synced = await stageline("sync", book);
  expect(synced).toMatchObject({ exitCode: 0 });
  const after = await definitionOf(book);
  expect(offered(await listsInLibreOffice(book))).toEqual(expectedLists(after, of(after)));
  expect(after.boards.map(({ tab }) => tab)).toContain("Repairs");
  expect((await stageline("sync", book, "--json")).json).toMatchObject({ changed: false });
});
