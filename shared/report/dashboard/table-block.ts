// The sections of a report laid into the rows of the Dashboard: a title, a table with its heads, the sentences. Counts are
// written as numbers, so that a spreadsheet can go on with them; every other word stays text. A column of a table takes
// as many columns of the tab as its longest text needs, so that nothing is cut off by its neighbour; where there are not
// enough, texts of people give way.

import type { Cell } from "../../table/cell.ts";
import { clip, displayWidth } from "../display-width.ts";
import { nameWords } from "../name-words.ts";
import { numberWords } from "../number-words.ts";
import type { ReportColumn, ReportSection, ReportTable } from "../report-table.ts";
import { type Block, type Line, type LineLook, lineOf, stacked } from "./block.ts";
import { COLUMN_CHARACTERS, dashboardKeys, LABEL_CHARACTERS } from "./dashboard-tab.ts";
import { looks } from "./looks.ts";
import { sentenceLines } from "./sentence-lines.ts";

/** Columns of the tab beside the first. */
const ROOM = dashboardKeys.length - 1;
/** Columns that a text of people takes at most. */
const MOST_UNITS = 4;

/**
 * The lines of a section.
 *
 * @example
 * sectionBlock({ title: "Stuck", sentences: [], table: { nameTitle: "Name", columns: [{ title: "Days", align: "right" }],
 *   rows: [{ name: "Ada", cells: ["1,234"] }], more: 0 } }).rows //=> [["Stuck"], ["Name", "Days"], ["Ada", 1234]]
 */
export function sectionBlock({ title, sentences, table }: ReportSection): Block {
  return stacked([
    ...(title === "" ? [] : [lineOf([title], { look: looks.section })]),
    ...(table === undefined || table.rows.length === 0 ? [] : [tableBlock(table)]),
    ...sentences.map(sentenceLines),
  ]);
}

/**
 * The lines of a table.
 *
 * @example
 * tableBlock({ nameTitle: "Name", columns: [], rows: [{ name: "Ada", cells: [] }], more: 3 }).rows
 * //=> [["Name"], ["Ada"], ["and 3 more"]]
 */
export function tableBlock({ nameTitle, columns, rows, more }: ReportTable): Block {
  const places = placesOf(columns, rows);
  const head = laid(
    places,
    columns.map(({ title }) => title),
  );
  return stacked([
    lineOf([nameTitle, ...head], { look: looks.head }, ...alignments(places)),
    ...rows.map(({ name, cells }) => {
      const texts = places.map(({ align, characters }, index) => {
        const words = cells[index] ?? "";
        return align === "right" ? figureCell(words) : clip(words, characters);
      });
      return lineOf([clip(nameWords(name), LABEL_CHARACTERS), ...laid(places, texts)], ...countLooks(places));
    }),
    ...(more === 0 ? [] : [lineOf([`and ${numberWords(more)} more`], { look: looks.quiet })]),
  ]);
}

/**
 * A figure as a cell: a plain count as a number.
 *
 * @example
 * figureCell("8,800") //=> 8800
 * figureCell("2 of 3") //=> "2 of 3"
 */
export function figureCell(words: string): Cell {
  return /^\d{1,3}(,\d{3})*$/.test(words) ? Number(words.replace(/,/g, "")) : words;
}

interface Place {
  readonly align: ReportColumn["align"];
  /** From 0, the column of names not counted. */
  readonly at: number;
  /** That a text may take here. */
  readonly characters: number;
}

function placesOf(columns: readonly ReportColumn[], rows: ReportTable["rows"]): readonly Place[] {
  const units = columns.map(({ title, isTyped }, index) => {
    const longest = Math.max(...[title, ...rows.map(({ cells }) => cells[index] ?? "")].map(displayWidth));
    const needed = Math.max(1, Math.ceil((longest + 1) / COLUMN_CHARACTERS));
    return isTyped === true ? Math.min(needed, MOST_UNITS) : needed;
  });
  giveWay(units, columns);
  let spare = ROOM - units.reduce((sum, each) => sum + each, 0);
  let next = 0;
  return columns.map(({ align }, index) => {
    // Words right behind a figure would seem to belong to it.
    if (spare > 0 && align === "left" && columns[index - 1]?.align === "right") {
      spare -= 1;
      next += 1;
    }
    const first = next;
    next += units[index] ?? 1;
    const isLast = index === columns.length - 1;
    const characters = (isLast ? ROOM - first : next - first) * COLUMN_CHARACTERS;
    // What stands at the right of several columns runs over those at its left.
    return { align, at: align === "right" ? next - 1 : first, characters };
  });
}

// Texts of people give way first, then the widest.
function giveWay(units: number[], columns: readonly ReportColumn[]): void {
  const total = () => units.reduce((sum, each) => sum + each, 0);
  while (total() > ROOM) {
    const wide = units.map((each, index) => (each > 1 ? each + (columns[index]?.isTyped ? 10 : 0) : 0));
    const widest = wide.indexOf(Math.max(...wide));
    if ((wide[widest] ?? 0) === 0) return;
    units[widest] = (units[widest] ?? 1) - 1;
  }
}

function laid(places: readonly Place[], cells: readonly Cell[]): Line {
  const line: Cell[] = [];
  places.forEach(({ at }, index) => {
    if (at >= ROOM) return;
    while (line.length < at) line.push(null);
    line[at] = cells[index] ?? null;
  });
  return line;
}

function alignments(places: readonly Place[]): readonly LineLook[] {
  return places
    .filter(({ align, at }) => align === "right" && at < ROOM)
    .map(({ at }) => ({ from: at + 1, to: at + 1, look: looks.right }));
}

function countLooks(places: readonly Place[]): readonly LineLook[] {
  return alignments(places).map((each) => ({ ...each, look: looks.count }));
}
