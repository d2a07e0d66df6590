// All boards in one table, a line each: what wants somebody, what stands and what it is worth, what was won and lost, what
// is to be expected and what happens by itself. It is the first thing that is read.

import type { Day } from "../../value/day.ts";
import { wholeUnits } from "../../value/money.ts";
import { moneySums } from "../../value/money-sums.ts";
import type { BoardReport, BookReport } from "../book-report.ts";
import { clip } from "../display-width.ts";
import { nameWords } from "../name-words.ts";
import { isTooFew, moneyWords, numberWords, percentWords } from "../number-words.ts";
import { needing } from "./attention.ts";
import { type Block, lineOf, stacked } from "./block.ts";
import { LABEL_CHARACTERS } from "./dashboard-tab.ts";
import type { DrawnChart } from "./drawn-chart.ts";
import { chartColours, looks } from "./looks.ts";
import { sentenceLines } from "./sentence-lines.ts";

const NEEDS = 1;
const OPEN = 2;
const WON = 5;
const LOST = 6;
const EXPECTED = 8;

/** Names of the tables of all boards and of their place for charts. */
export const BOARDS = "boards";
export const EXPECTATIONS = "expectations";
export const BOOK_CHARTS = "book";

/**
 * The table of the boards, with its notes.
 *
 * @example
 * boardsTable({ boards: [fixtures.quietBoard] }, parseDay("2026-11-20")).rows[1].slice(0, 3) //=> ["Quiet", 0, 0]
 */
export function boardsTable(report: Pick<BookReport, "boards" | "coming">, today: Day): Block {
  const { boards } = report;
  const head = [
    "Board",
    "Needs you",
    "Open",
    null,
    "Open, worth",
    "Won",
    "Lost",
    "Share won",
    "To expect",
    "By itself",
  ];
  return stacked([
    lineOf(head, { look: looks.head }, { from: 1, look: looks.right }),
    ...boards.map((board) => boardLine(board, report, today)),
    sentenceLines(
      `Won, lost, share won: in the last ${daysBack(boards)} days. To expect: wins from what is open, four times out of five between the two in brackets`,
    ),
  ]);
}

/**
 * The charts of a book of several boards.
 *
 * @example
 * bookCharts({ boards: [fixtures.quietBoard, fixtures.quietBoard] }).length //=> 1
 */
export function bookCharts({ boards }: Pick<BookReport, "boards">): readonly DrawnChart[] {
  const table = { kind: "bar", table: BOARDS, count: boards.length, place: BOOK_CHARTS } as const;
  const expected = boards.filter(({ future }) => future.forecast !== undefined).length;
  const charts: readonly Omit<DrawnChart, "slot">[] = [
    {
      ...{
        ...table,
        key: "book_past",
        isStacked: true,
        title: `Past: won and lost in ${daysBack(boards)} days`,
      },
      series: [
        { column: WON, colour: chartColours.won },
        { column: LOST, colour: chartColours.lost },
      ],
    },
    {
      ...{ ...table, key: "book_present", title: "Present: open, and what needs you" },
      series: [
        { column: OPEN, colour: chartColours.open },
        { column: NEEDS, colour: chartColours.wants },
      ],
    },
    {
      ...{ ...table, key: "book_future", title: "Future: wins to expect" },
      ...{ table: EXPECTATIONS, count: expected },
      series: [{ column: 1, colour: chartColours.won }],
    },
  ];
  const isDrawn = [boards.some((board) => lately(board).won + lately(board).lost > 0), true, expected > 0];
  return charts
    .filter((_, index) => isDrawn[index])
    .map((chart, index) => ({ ...chart, slot: index === 0 ? 0 : index === 1 ? 1 : 2 }));
}

/**
 * What is to be expected of the boards, for its chart; only those that know it.
 *
 * @example
 * expectationsTable([fixtures.quietBoard]).rows.length //=> 1
 */
export function expectationsTable(boards: BookReport["boards"]): Block {
  const told = boards.flatMap(({ board, future }) =>
    future.forecast === undefined ? [] : [{ board, wins: future.forecast.wins }],
  );
  const counts = { from: 1, to: 3, look: { format: "#,##0.0", align: "right" } } as const;
  return stacked([
    lineOf(
      ["Wins to expect", "In the middle", "At least", "At most"],
      { to: 3, look: looks.head },
      { ...counts, look: looks.right },
    ),
    ...told.map(({ board, wins }) =>
      lineOf([clip(nameWords(board), LABEL_CHARACTERS), wins.expected, wins.low, wins.high], counts),
    ),
  ]);
}

function boardLine(board: BoardReport, { coming = [] }: Pick<BookReport, "coming">, today: Day): Block {
  const needs = needing(board, today);
  const { won, lost } = lately(board);
  const line = [
    ...[
      clip(nameWords(board.board), LABEL_CHARACTERS),
      needs,
      board.present.open,
      null,
      worthOf(board),
      won,
      lost,
    ],
    ...[ofClosed(won, lost), toExpect(board), coming.filter((move) => move.board === board.board).length],
  ];
  return lineOf(
    line,
    { from: 1, look: looks.count },
    { from: 0, to: 0, look: looks.section },
    ...(needs > 0 ? [{ from: NEEDS, to: NEEDS, look: looks.wants }] : []),
    ...(typeof line[EXPECTED] === "string" ? [] : [{ from: EXPECTED, to: EXPECTED, look: looks.quiet }]),
  );
}

function lately({ past }: BoardReport): { readonly won: number; readonly lost: number } {
  return past[past.length - 1] ?? { won: 0, lost: 0 };
}

function worthOf({ present }: BoardReport): string | null {
  const sums = present.stages.filter(({ kind }) => kind === "open").flatMap(({ value }) => value);
  const worth = moneySums(sums).map((sum) => moneyWords(wholeUnits(sum)));
  return worth.length === 0 ? null : worth.join(" + ");
}

function ofClosed(won: number, lost: number): string {
  const n = won + lost;
  if (n === 0) return "none closed";
  return isTooFew(n) ? `${won} of ${n}` : `${percentWords(won / n)} of ${numberWords(n)}`;
}

function toExpect({ future }: BoardReport): string | null {
  if (future.forecast === undefined) return null;
  const { expected, low, high } = future.forecast.wins;
  return `${numberWords(Math.round(expected))} (${numberWords(low)}–${numberWords(high)})`;
}

function daysBack(boards: BookReport["boards"]): string {
  return numberWords(boards[0]?.past.reduce((days, flow) => Math.max(days, flow.days), 0) ?? 0);
}
