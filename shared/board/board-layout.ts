// How a board looks: what people fill in from the left, then what the engine tells them, then what only the
// engine needs, hidden. People may rename, move and add columns; ours are known by their keys.

import { logWordsFor } from "../definition/activity.ts";
import type { Board, Definition, Field, Pipeline, Stage } from "../definition/pipeline.ts";
import { stageColour } from "../definition/stage-colour.ts";
import { fieldsOf } from "../definition/standard-field.ts";
import type { ColumnFormat, ColumnLayout, Dropdown, TabLayout } from "../table/layout.ts";

const PREPARED_ROWS = 1000;
const EXAMPLE_COLOUR = "#e3e5e8";
/** What a note may hold in every spreadsheet program that shows it as help at the cell. */
const NOTE_CHARACTERS = 255;

/** People write in them, and the engine empties them again. */
const CLEARED = new Set(["log", "log_note"]);

/**
 * The layout of a board's tab.
 *
 * @example
 * boardLayout(fixtures.book, fixtures.book.boards[0]).columns[0].header //=> "Stage"
 */
export function boardLayout(definition: Definition, board: Board): TabLayout {
  const pipeline = definition.pipelines.find((each) => each.id === board.pipeline);
  const fields = pipeline === undefined ? [] : fieldsOf(pipeline);
  const people = definition.team.map((person) => person.name);
  return {
    key: `board_${board.id}`,
    tab: board.tab,
    hidden: false,
    tabColour: "#1a73e8",
    columns: [
      ...(pipeline === undefined ? [] : [stageColumn(pipeline)]),
      ...fields.map((field) => fieldColumn(field, people)),
      ...engineColumns(pipeline),
    ],
    exampleColour: EXAMPLE_COLOUR,
    preparedRows: PREPARED_ROWS,
  };
}

/**
 * Keys of the columns whose cells people own on a board: all but what the engine derives, hides or clears.
 *
 * @example
 * peoplesKeys(boardLayout(fixtures.book, fixtures.book.boards[0])).includes("since") //=> false
 */
export function peoplesKeys(layout: TabLayout): readonly string[] {
  return layout.columns
    .filter((column) => column.derived !== true && column.hidden !== true && !CLEARED.has(column.key))
    .map((column) => column.key);
}

function stageColumn(pipeline: Pipeline): ColumnLayout {
  return {
    key: "stage",
    header: "Stage",
    widthCharacters: 22,
    format: "text",
    dropdown: {
      kind: "column",
      tab: "stages",
      column: "stage",
      only: [{ column: "pipeline", is: pipeline.name }],
    },
    note: goalNote(pipeline.stages),
    colours: pipeline.stages.map((stage) => ({ text: stage.name, background: stageColour(stage) })),
  };
}

// The goals of all stages, shortened alike so that each has its line.
function goalNote(stages: readonly Stage[]): string {
  const goals = stages.filter((stage) => stage.goal !== undefined);
  if (goals.length === 0) return "Where the record is now; pick the next stage to move it";
  const room = Math.floor(NOTE_CHARACTERS / goals.length) - 1;
  const line = (text: string) => (text.length > room ? `${text.slice(0, Math.max(room - 1, 1))}…` : text);
  return goals
    .map((stage) => line(`${stage.name}: ${stage.goal}`))
    .join("\n")
    .slice(0, NOTE_CHARACTERS);
}

function fieldColumn(field: Field, people: readonly string[]): ColumnLayout {
  const dropdown = dropdownOf(field);
  // While nobody stands in Team, any name will do.
  const isOpen = field.type === "person" && people.length === 0;
  return {
    key: field.id,
    header: field.name,
    aliases: field.aliases,
    widthCharacters: widthOf(field),
    format: formatOf(field),
    ...(dropdown === undefined ? {} : { dropdown }),
    ...(isOpen ? { others: "take" } : {}),
    ...(field.help === undefined ? {} : { note: field.help.slice(0, NOTE_CHARACTERS) }),
  };
}

function dropdownOf(field: Field): Dropdown | undefined {
  switch (field.type) {
    case "choice":
      return { kind: "values", values: field.options };
    case "yes/no":
      return { kind: "values", values: ["yes", "no"] };
    case "person":
      return { kind: "column", tab: "team", column: "person" };
    default:
      return undefined;
  }
}

function formatOf(field: Field): ColumnFormat {
  switch (field.type) {
    case "number":
      return "number";
    case "money":
      return "money";
    case "day":
      return "day";
    case "time":
      return "time";
    default:
      return "text";
  }
}

function widthOf(field: Field): number {
  if (field.id === "name") return 26;
  if (field.type === "long text") return 32;
  return field.type === "day" || field.type === "time" || field.type === "yes/no" ? 12 : 18;
}

function engineColumns(pipeline: Pipeline | undefined): readonly ColumnLayout[] {
  const shown = (key: string, header: string, rest: Partial<ColumnLayout> = {}): ColumnLayout => ({
    key,
    header,
    widthCharacters: 12,
    format: "text",
    derived: true,
    ...rest,
  });
  const hidden = (key: string, header: string): ColumnLayout => shown(key, header, { hidden: true });
  return [
    shown("log", "Log", {
      derived: false,
      widthCharacters: 14,
      dropdown: { kind: "values", values: logWordsFor(pipeline?.noun ?? "record") },
      note: "Pick what happened; it goes into the history and the cell is empty again",
    }),
    shown("log_note", "Log note", {
      derived: false,
      widthCharacters: 26,
      note: "What to remember of it; for Hand over: to whom; for New … from this: what to call it",
    }),
    shown("since", "Since", { format: "day", note: "The day on which the record entered its stage" }),
    shown("due", "Due", { format: "day", note: "The last day on which it is in time" }),
    ...(pipeline === undefined || pipeline.milestones.length === 0
      ? []
      : [
          shown("score", "Score", {
            format: "number",
            widthCharacters: 8,
            note: "Points of the milestones so far",
          }),
        ]),
    shown("status_note", "Status note", { widthCharacters: 40, note: "What is missing or wrong, in words" }),
    hidden("id", "ID"),
    hidden("memory", "Memory"),
    hidden("fingerprint", "Fingerprint"),
  ];
}
