// The set-up tabs with those dropdowns that only a definition can tell: what a cell may hold depends on the pipeline
// that its row belongs to, or on the roles that somebody has. The lists refer to cells wherever the values stand in
// one each, so that a stage that was just typed can be picked at once.

import {
  type ColumnLayout,
  type Dropdown,
  EXAMPLE_WORD,
  type TabLayout,
  type ValueList,
} from "../../table/layout.ts";
import { currencyCodes } from "../../value/currency.ts";
import { activityKinds, wordOfActivity } from "../activity.ts";
import type { Definition, Pipeline } from "../pipeline.ts";
import { exampleRow } from "./example-row.ts";
import { setupTabs } from "./write-setup.ts";

type Columns = Readonly<Record<string, Partial<ColumnLayout>>>;

/**
 * The layouts of the set-up tabs of a book, in their order.
 *
 * @example
 * setupLayouts(fixtures.book)[3].columns[3].dropdown.kind //=> "by row"
 */
export function setupLayouts(definition: Definition): readonly TabLayout[] {
  const columns = columnsOf(definition);
  return setupTabs.map((layout) => ({
    ...layout,
    columns: layout.columns.map((column) => ({
      ...column,
      ...columns[layout.key]?.[column.key],
      ...exampleColours(layout.key, column.key),
    })),
  }));
}

/**
 * The roles that a definition names, in the order in which it does.
 *
 * @example
 * rolesOf({ ...fixtures.book, team: [{ id: "ada", name: "Ada", roles: ["Store", "Courier"] }] }) //=> ["Store", "Courier"]
 */
export function rolesOf({ pipelines, team }: Definition): readonly string[] {
  const ofStages = pipelines.flatMap(({ stages }) =>
    stages.flatMap(({ role, mayEnter }) => [...(role === undefined ? [] : [role]), ...mayEnter]),
  );
  return [...new Set([...ofStages, ...team.flatMap((person) => person.roles)])];
}

// Grey for as long as the cell holds the name of the example.
function exampleColours(tab: string, key: string): Partial<ColumnLayout> {
  const name = exampleRow(tab, "")?.[key];
  if (typeof name !== "string" || !name.endsWith(EXAMPLE_WORD)) return {};
  return { colours: [{ text: name, background: "#d9d9d9" }] };
}

function columnsOf(definition: Definition): Readonly<Record<string, Columns>> {
  const { pipelines } = definition;
  const roles = rolesOf(definition);
  const dayFields = byPipeline("days of", pipelines, (name) => listIn("fields", "field", [...of(name), DAY]));
  return {
    pipelines: {
      currency: { dropdown: { kind: "values", values: currencyCodes } },
      period_start: { dropdown: dayFields },
      period_end: { dropdown: dayFields },
    },
    stages: { role: { dropdown: { kind: "values", values: roles }, others: "take" } },
    milestones: {
      reached_when: {
        dropdown: byPipeline("milestones of", pipelines, (name) => ({
          kind: "joined",
          parts: [
            { before: "stage ", list: listIn("stages", "stage", of(name)) },
            { before: "", list: listIn("fields", "field", of(name)) },
            { before: "", list: { kind: "values", values: activityKinds.map(loggedWord) } },
          ],
        })),
      },
    },
    messages: {
      to: { dropdown: { kind: "values", values: ["contact", "owner", ...roles] }, others: "take" },
    },
  };
}

const DAY = { column: "type", is: "day" };

function of(pipeline: string): readonly { readonly column: string; readonly is: string }[] {
  return [{ column: "pipeline", is: pipeline }];
}

function listIn(
  tab: string,
  column: string,
  only: Extract<ValueList, { kind: "column" }>["only"] = [],
): ValueList {
  return { kind: "column", tab, column, only };
}

type ListOfRow = Extract<Dropdown, { kind: "by row" }>["lists"][number]["list"];

function byPipeline(
  name: string,
  pipelines: readonly Pipeline[],
  listOf: (pipeline: string) => ListOfRow,
): Dropdown {
  return {
    kind: "by row",
    name,
    column: "pipeline",
    lists: pipelines.map((pipeline) => ({ is: pipeline.name, list: listOf(pipeline.name) })),
  };
}

function loggedWord(kind: (typeof activityKinds)[number]): string {
  return `${wordOfActivity(kind)} logged`;
}
