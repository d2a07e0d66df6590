// The Pipelines tab: one row per board, with the pipeline that it follows and what belongs to the whole board.
// Two rows may name one pipeline; the settings of its first row count, and a row that differs is a problem.

import { isBlank, nameKey, textOf } from "../../table/cell.ts";
import { readCell } from "../../table/field-value.ts";
import type { RowCells } from "../../table/layout.ts";
import { isCurrency } from "../../value/currency.ts";
import type { Board, Definition, Pipeline } from "../pipeline.ts";
import { listOf, type RowFault, rowOf, setupTab, textColumn, textFromList } from "./setup-tab.ts";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const WORKING_WEEK = [1, 2, 3, 4, 5];

/** The tab of the boards, one row a board. */
export const pipelinesTab = setupTab("pipelines", "Pipelines", [
  textColumn("board", "Board", { note: "The tab in which the records live" }),
  textColumn("pipeline", "Pipeline", { note: "The name by which the other set-up tabs call it" }),
  textColumn("noun", "One record is a", { note: "Such as deal, order or client" }),
  textColumn("currency", "Currency", { widthCharacters: 10, note: "Three letters, such as EUR" }),
  textColumn("working_days", "Working days", { note: "Such as Mon, Tue, Wed, Thu, Fri" }),
  textColumn("period_start", "Period starts", {
    note: "The field with the day on which a record's period starts",
  }),
  textColumn("period_end", "Period ends", { note: "The field with the day on which it is planned to end" }),
  textColumn("flags_same", "Flag the same", {
    note: "Fields, parted by commas, such as Event on, Room: where two hold the same in all of them, both say so in their Status note",
  }),
  textColumn("fed_by", "Fed by", {
    note: "The tab with the answers of a form, or with a list: each of its rows becomes a record here, once. Nothing is written into that tab",
  }),
  textColumn("practice", "Practice", {
    widthCharacters: 10,
    dropdown: { kind: "values", values: ["yes", "no"] },
    note: "For the whole book, the first row counts. yes: warn about a move that is missing something; no: put it back",
  }),
  textColumn("zone", "Time zone", {
    note: "One for the whole book, such as Europe/Amsterdam; the first row counts",
  }),
  textColumn("digest_at", "Digest at", {
    widthCharacters: 10,
    note: "From when on a working day everybody is mailed what is new or due, such as 08:00; for the whole book, the first row counts",
  }),
  textColumn("pipeline_id", "Pipeline ID", { hidden: true, derived: true }),
]);

/** A row as it was understood; what it does not say is absent. */
export interface PipelineRow {
  readonly board: string;
  readonly name: string;
  readonly noun: string;
  readonly currency?: string;
  readonly workingDays: readonly number[];
  readonly periodStart: string;
  readonly periodEnd: string;
  /** Names of fields. */
  readonly flagsSame: readonly string[];
  /** Name of the tab whose rows become records. */
  readonly fedBy: string;
  readonly practice: boolean;
  readonly zone: string;
  /** "HH:MM". */
  readonly digestAt?: string;
  readonly id: string;
  readonly pipelineId: string;
  /** By column key, the texts of the cells that hold any. */
  readonly written: ReadonlyMap<string, string>;
}

/**
 * The row of a board.
 *
 * @example
 * pipelineCells(fixtures.offers, { id: "deals", tab: "Deals", pipeline: "offers" }, { zone: "UTC", practice: false }).noun
 * //=> "deal"
 */
export function pipelineCells(
  pipeline: Pipeline,
  board: Board,
  book: Pick<Definition, "zone" | "practice" | "digestAt">,
): RowCells {
  const fieldName = (id: string | undefined) => pipeline.fields.find((field) => field.id === id)?.name;
  return rowOf({
    board: board.tab,
    pipeline: pipeline.name,
    noun: pipeline.noun,
    currency: pipeline.currency,
    working_days: pipeline.workingDays.map((day) => WEEKDAYS[day - 1]).join(", "),
    period_start: fieldName(pipeline.period?.start),
    period_end: fieldName(pipeline.period?.end),
    flags_same: textFromList(pipeline.flagsSame.map((field) => fieldName(field) ?? field)),
    fed_by: board.fedBy,
    practice: book.practice ? "yes" : "no",
    zone: book.zone,
    digest_at: book.digestAt,
    id: board.id,
    pipeline_id: pipeline.id,
  });
}

/**
 * What a row says, and the faults in it; an empty cell has its usual meaning.
 *
 * @example
 * pipelineFromCells({ board: "Deals", pipeline: "Sales", currency: "EURO" }).faults[0].key //=> "currency"
 */
export function pipelineFromCells(cells: RowCells): {
  readonly row: PipelineRow;
  readonly faults: readonly RowFault[];
} {
  const faults: RowFault[] = [];
  const board = textOf(cells["board"]);
  const currency = textOf(cells["currency"]).toUpperCase();
  if (currency !== "" && !isCurrency(currency)) {
    faults.push({ key: "currency", message: `"${currency}" is not a currency code such as EUR` });
  }
  const practice = readCell(cells["practice"] ?? null, { type: "yes/no" });
  if (practice.fault !== undefined)
    faults.push({ key: "practice", message: `${practice.fault}; write yes or no` });
  const digestAt = readCell(cells["digest_at"] ?? null, { type: "time" });
  if (digestAt.fault !== undefined) faults.push({ key: "digest_at", message: digestAt.fault });
  const days = workingDaysOf(textOf(cells["working_days"]));
  if (days.fault !== undefined) faults.push({ key: "working_days", message: days.fault });
  return {
    row: {
      board,
      name: isBlank(cells["pipeline"]) ? board : textOf(cells["pipeline"]),
      noun: isBlank(cells["noun"]) ? "record" : textOf(cells["noun"]),
      ...(isCurrency(currency) ? { currency } : {}),
      workingDays: days.days,
      periodStart: textOf(cells["period_start"]),
      periodEnd: textOf(cells["period_end"]),
      flagsSame: listOf(textOf(cells["flags_same"])),
      fedBy: textOf(cells["fed_by"]),
      practice: practice.value === true,
      zone: textOf(cells["zone"]),
      ...(typeof digestAt.value === "string" ? { digestAt: digestAt.value } : {}),
      id: textOf(cells["id"]),
      pipelineId: textOf(cells["pipeline_id"]),
      written: new Map(
        Object.entries(cells)
          .filter(([, cell]) => !isBlank(cell))
          .map(([key, cell]) => [key, textOf(cell)]),
      ),
    },
    faults,
  };
}

function workingDaysOf(text: string): { days: readonly number[]; fault?: string } {
  if (text === "") return { days: WORKING_WEEK };
  const days: number[] = [];
  for (const word of listOf(text.replace(/\s+/g, ","))) {
    const day = WEEKDAYS.findIndex((name) => nameKey(word).startsWith(nameKey(name)));
    if (day < 0)
      return {
        days: WORKING_WEEK,
        fault: `"${word}" is not a day of the week; write Mon, Tue, Wed, Thu, Fri`,
      };
    if (!days.includes(day + 1)) days.push(day + 1);
  }
  return { days: days.sort((left, right) => left - right) };
}
