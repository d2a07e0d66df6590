// What the report of a board says, in the order in which it is read: what happened, what stands and wants somebody,
// what comes, and how the stages do. Text and page draw the same sections, so that they never disagree.

import type { Day } from "../value/day.ts";
import type { BoardReport } from "./book-report.ts";
import { breakdownSections } from "./breakdown.ts";
import { departmentSection } from "./department-words.ts";
import { eventSections } from "./event-words.ts";
import { futureSections } from "./future-words.ts";
import { goalSection } from "./goal-words.ts";
import { handOverSection } from "./hand-over-words.ts";
import { countWords } from "./number-words.ts";
import { closingSentences, flowSentences } from "./past-words.ts";
import { answersSection, peopleSection } from "./people-words.ts";
import { presentSections } from "./present-words.ts";
import { isTold, type ReportSection } from "./report-table.ts";
import { stageSection, stageSheet } from "./stage-words.ts";
import { stepSentence } from "./step-sentences.ts";

export interface BoardPart {
  readonly title: string;
  /** Those that have something to tell. */
  readonly sections: readonly ReportSection[];
}

export interface BoardReading {
  /** Day of the report. */
  readonly today: Day;
  /** Rows after which a list is cut. */
  readonly most: number;
}

/** Values of a field that a breakdown shows at least. */
const MOST_VALUES = 20;

/**
 * The parts of a board that has records, for a terminal; a part without anything to tell is left out.
 *
 * @example
 * textParts(fixtures.quietBoard, { today: parseDay("2026-11-20"), most: 5 }).map(({ title }) => title)
 * //=> ["Past", "Stages"]
 */
export function textParts(board: BoardReport, reading: BoardReading): readonly BoardPart[] {
  const { replies, stuck, unassigned, standing } = presentSections(board, reading.most);
  const { steps, limits, bringing, milestones } = futureSections(board, reading);
  const { upcoming, months } = eventSections(board, reading);
  const people = peopleSection(board, reading.most);
  const past = { title: "", sentences: [...flowSentences(board), ...closingSentences(board)] };
  return toldParts([
    { title: "Past", sections: [past] },
    {
      title: "Present",
      sections: [
        ...[replies, stuck, unassigned, handOverSection(board, reading.most)],
        ...[standing, people, answersSection(board, reading.most)],
      ],
    },
    { title: "Future", sections: [steps, limits, upcoming, months, bringing, milestones] },
    {
      title: "Stages",
      sections: [stageSection(board), stepSection(board), departmentSection(board), goalSection(board)],
    },
    ...breakdownParts(board, reading),
  ]);
}

/**
 * What is left of a board where many are told one after the other: what somebody has to do.
 *
 * @example
 * briefParts(fixtures.quietBoard, { today: parseDay("2026-11-20"), most: 3 }).map(({ title }) => title)
 * //=> ["Past"]
 */
export function briefParts(board: BoardReport, reading: BoardReading): readonly BoardPart[] {
  const { replies, stuck } = presentSections(board, reading.most);
  const { steps, bringing, milestones } = futureSections(board, reading);
  const { upcoming } = eventSections(board, reading);
  return toldParts([
    { title: "Past", sections: [{ title: "", sentences: flowSentences(board) }] },
    {
      title: "Present",
      sections: [replies, { ...stuck, sentences: [] }, handOverSection(board, reading.most)],
    },
    { title: "Future", sections: [steps, upcoming, bringing, milestones] },
    ...breakdownParts(board, reading),
  ]);
}

/**
 * The parts for a page, which has room for one table of all that is known of the stages; what its large figures
 * tell is not said again.
 *
 * @example
 * pageParts(fixtures.quietBoard, { today: parseDay("2026-11-20"), most: 5 }).map(({ title }) => title)
 * //=> ["Past", "Stages"]
 */
export function pageParts(board: BoardReport, reading: BoardReading): readonly BoardPart[] {
  const { replies, stuck, unassigned } = presentSections(board, reading.most);
  const { steps, limits, bringing, milestones } = futureSections(board, reading);
  const { upcoming, months } = eventSections(board, reading);
  const people = peopleSection(board, reading.most);
  return toldParts([
    { title: "Past", sections: [{ title: "", sentences: flowSentences(board), isWide: true }] },
    {
      title: "Present",
      sections: [
        replies,
        unassigned,
        answersSection(board, reading.most),
        { ...stuck, isWide: true },
        { ...handOverSection(board, reading.most), isWide: true },
        { ...people, isWide: true },
      ],
    },
    {
      title: "Future",
      sections: [
        steps,
        limits,
        { ...upcoming, isWide: true },
        { ...months, isWide: true },
        bringing,
        milestones,
      ],
    },
    {
      title: "Stages",
      sections: [{ ...stageSheet(board), isWide: true }, departmentSection(board), goalSection(board)],
    },
    ...breakdownParts(board, reading),
  ]);
}

// Asked for by name, so it is told at length and never left out.
function breakdownParts(board: BoardReport, { most }: BoardReading): readonly BoardPart[] {
  return breakdownSections(board, Math.max(most, MOST_VALUES)).map(({ title, ...section }) => ({
    title,
    sections: [{ ...section, title: "" }],
  }));
}

function toldParts(parts: readonly BoardPart[]): readonly BoardPart[] {
  return parts
    .map(({ title, sections }) => ({ title, sections: sections.filter(isTold) }))
    .filter(({ sections }) => sections.length > 0);
}

function stepSection(board: BoardReport): ReportSection {
  const days = board.steps[0]?.within.days ?? 0;
  return {
    title: `From stage to stage within ${countWords(days, "day")}`,
    sentences: board.steps.map((step) => stepSentence(board, step)),
  };
}
