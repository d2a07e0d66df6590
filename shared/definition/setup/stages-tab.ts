// The Stages tab: one row per stage, in the order of the pipeline. What a stage needs, and which stages may
// follow, are written with the names that people see and kept as ids.

import { isBlank, nameKey, textOf } from "../../table/cell.ts";
import { readCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";
import { type NamedField, needsFromText, textFromNeeds } from "../need-text.ts";
import { MOST_LIMIT_DAYS, type Stage, StageKind } from "../pipeline.ts";
import { stageSentence } from "../stage-sentence.ts";
import {
  inWordsColumn,
  listOf,
  pipelineColumn,
  type RowFault,
  rowOf,
  setupTab,
  textColumn,
  textFromList,
} from "./setup-tab.ts";

/** The tab of the stages, one row a stage; their order is that of the pipeline. */
export const stagesTab = setupTab("stages", "Stages", [
  pipelineColumn,
  textColumn("stage", "Stage", { widthCharacters: 26, note: "Rename it freely: records and history follow" }),
  textColumn("code", "Code", { widthCharacters: 8, note: "Your own number, such as 3.1.1" }),
  textColumn("kind", "Kind", {
    widthCharacters: 10,
    dropdown: { kind: "values", values: StageKind.options },
    others: "refuse",
    note: "open: being worked on; won: from the closing on; lost; parked: kept, not worked; avoid: never contact for new business",
  }),
  textColumn("main_line", "Main line", {
    widthCharacters: 10,
    dropdown: { kind: "values", values: ["yes", "no"] },
    note: "yes: a step of the usual way, in this order; no: it stands beside the way",
  }),
  textColumn("group", "Group", { note: "Stages that belong together, such as Nurture" }),
  textColumn("role", "Responsible", { note: "The role that works on records in this stage" }),
  textColumn("needs", "Needed first", {
    widthCharacters: 40,
    note: "What must be filled in before a record may enter: Company; E-mail or Phone; News day within 90 days; Reply: yes logged",
  }),
  textColumn("next", "Next stages", {
    widthCharacters: 26,
    note: "Stages that may follow, parted by commas; empty: any",
  }),
  textColumn("may_enter", "Who may move here", { note: "Roles, parted by commas; empty: anybody" }),
  textColumn("enforce", "If something is missing", {
    widthCharacters: 12,
    dropdown: { kind: "values", values: ["refuse", "warn"] },
    note: "refuse: the record goes back; warn: it stays, with a note",
  }),
  textColumn("goal", "Goal", {
    widthCharacters: 40,
    note: "What this stage is measured by; shown at the board",
  }),
  textColumn("target", "Target", {
    widthCharacters: 8,
    format: "percent",
    note: "Share of records that you want to reach the next stage",
  }),
  textColumn("probability", "Chance of winning", {
    widthCharacters: 10,
    format: "percent",
    note: "Share of records that, as you see it, are won from here",
  }),
  textColumn("limit_days", "Working days at most", {
    widthCharacters: 10,
    format: "number",
    note: "A record that stays longer is shown as due",
  }),
  textColumn("colour", "Colour", { widthCharacters: 10, note: "Such as #d9ead3" }),
  textColumn("aliases", "Also called", { note: "Former names, parted by commas" }),
  inWordsColumn,
]);

/** A row as it was understood; `next` holds names still. */
export interface StageRow {
  readonly pipeline: string;
  readonly stage: Omit<Stage, "next" | "needs">;
  readonly nextNames: readonly string[];
  readonly needsText: string;
  /** Whether it is said to be on the main line, where its kind has no place. */
  readonly isMisplaced: boolean;
}

/**
 * The row of a stage.
 *
 * @example
 * stageCells(fixtures.offers, fixtures.offers.stages[0], []).stage //=> "Lead"
 */
export function stageCells(
  pipeline: { readonly name: string; readonly stages: readonly Stage[] },
  stage: Stage,
  fields: readonly NamedField[],
): RowCells {
  const names = stage.next.map((id) => pipeline.stages.find((each) => each.id === id)?.name ?? id);
  return rowOf({
    pipeline: pipeline.name,
    stage: stage.name,
    code: stage.code,
    kind: stage.kind,
    main_line: stage.onMainLine ? "yes" : "no",
    group: stage.group,
    role: stage.role,
    needs: textFromNeeds(stage.needs, fields),
    next: textFromList(names),
    may_enter: textFromList(stage.mayEnter),
    enforce: stage.enforce,
    goal: stage.goal,
    target: stage.targetRate,
    probability: stage.winProbability,
    limit_days: stage.limitDays,
    colour: stage.colour,
    aliases: textFromList(stage.aliases),
    in_words: stageSentence(stage, fields),
    id: stage.id,
  });
}

/**
 * What a row says, and the faults in it; an empty kind is open, an empty main line follows from the kind.
 *
 * @example
 * stageFromCells({ pipeline: "Sales", stage: "Lead", kind: "opne" }).faults[0].message
 * //=> '"opne" is not one of open, parked, won, lost, avoid'
 */
export function stageFromCells(cells: RowCells): {
  readonly row: StageRow;
  readonly faults: readonly RowFault[];
} {
  const faults: RowFault[] = [];
  const kindText = nameKey(textOf(cells["kind"]));
  const kind = StageKind.safeParse(kindText === "" ? "open" : kindText);
  if (!kind.success) {
    faults.push({
      key: "kind",
      message: `"${textOf(cells["kind"])}" is not one of ${StageKind.options.join(", ")}`,
    });
  }
  const stageKind = kind.success ? kind.data : "open";
  const canRank = stageKind === "open" || stageKind === "won";
  const colour = textOf(cells["colour"]).toLowerCase();
  if (colour !== "" && !/^#[0-9a-f]{6}$/.test(colour)) {
    faults.push({ key: "colour", message: `"${colour}" is not a colour such as #d9ead3` });
  }
  const enforceText = nameKey(textOf(cells["enforce"]));
  if (!["", "refuse", "warn"].includes(enforceText)) {
    faults.push({ key: "enforce", message: `"${textOf(cells["enforce"])}" is not one of refuse, warn` });
  }
  const mainLine = isBlank(cells["main_line"]) ? canRank : yes(cells, faults);
  const optional = optionalTexts(cells);
  return {
    row: {
      pipeline: textOf(cells["pipeline"]),
      stage: {
        id: textOf(cells["id"]),
        name: textOf(cells["stage"]),
        kind: stageKind,
        onMainLine: mainLine && canRank,
        ...optional,
        ...numbersOf(cells, faults),
        ...(/^#[0-9a-f]{6}$/.test(colour) ? { colour } : {}),
        mayEnter: listOf(textOf(cells["may_enter"])),
        enforce: enforceText === "warn" ? "warn" : "refuse",
        aliases: listOf(textOf(cells["aliases"])),
      },
      nextNames: listOf(textOf(cells["next"])),
      needsText: textOf(cells["needs"]),
      isMisplaced: mainLine && !canRank,
    },
    faults,
  };
}

/**
 * The needs of a stage row, understood with the fields of its pipeline.
 *
 * @example
 * needsOfRow("Name", [{ id: "name", name: "Name", aliases: [] }]).needs.length //=> 1
 */
export function needsOfRow(
  needsText: string,
  fields: readonly NamedField[],
): { readonly needs: Stage["needs"]; readonly faults: readonly RowFault[] } {
  const { needs, faults } = needsFromText(needsText, fields);
  return { needs, faults: faults.map((message) => ({ key: "needs", message })) };
}

function optionalTexts(cells: RowCells): Partial<Pick<Stage, "code" | "group" | "role" | "goal">> {
  return Object.fromEntries(
    ["code", "group", "role", "goal"]
      .map((key) => [key, textOf(cells[key])])
      .filter(([, text]) => text !== ""),
  );
}

function numbersOf(
  cells: RowCells,
  faults: RowFault[],
): Partial<Pick<Stage, "targetRate" | "winProbability" | "limitDays">> {
  const wanted = [
    ["target", "targetRate"],
    ["probability", "winProbability"],
    ["limit_days", "limitDays"],
  ] as const;
  const numbers: Record<string, number> = {};
  for (const [key, name] of wanted) {
    const { value, fault } = readCell(cells[key] ?? null, { type: "number" });
    if (fault !== undefined) faults.push({ key, message: fault });
    if (typeof value !== "number") continue;
    const isLimit = key === "limit_days";
    const fits = value >= 0 && (isLimit ? Number.isInteger(value) && value <= MOST_LIMIT_DAYS : value <= 1);
    const right = isLimit
      ? `a whole number of working days up to ${MOST_LIMIT_DAYS}`
      : "a share between 0 % and 100 %";
    if (fits) numbers[name] = value;
    else faults.push({ key, message: `"${textOf(cells[key])}" is not ${right}` });
  }
  return numbers;
}

function yes(cells: RowCells, faults: RowFault[]): boolean {
  const { value, fault } = readCell(cells["main_line"] ?? null, { type: "yes/no" });
  if (fault !== undefined) faults.push({ key: "main_line", message: `${fault}; write yes or no` });
  return value === true;
}
