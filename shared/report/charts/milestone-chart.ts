// Milestones as bars: the score of each record against what it could score, with its status in words and a sign
// (never by colour alone). Those that are behind come first; a long list is cut, and the table beside it is not.

import type { MilestoneStatus } from "../../metrics/milestones.ts";
import type { BoardReport, MilestoneReport } from "../book-report.ts";
import { byUrgency, openMilestones, scoreWords, statusSentence } from "../milestone-words.ts";
import { nameWords, nounOf } from "../name-words.ts";
import { numberWords } from "../number-words.ts";
import { barChart, type ChartOptions } from "./bar-chart.ts";

const MOST_ROWS = 20;

const SIGNS: Readonly<Record<MilestoneStatus, string>> = {
  launched: "★",
  ahead: "▲",
  "on course": "●",
  behind: "▼",
  "not started": "○",
};

/**
 * Scores as an SVG element; an empty text where no milestone offers a point.
 *
 * @example
 * milestoneChart({ board: "Shows", noun: "show", milestones: [] }, { id: "a" }) //=> ""
 */
export function milestoneChart(board: BoardReport, options: ChartOptions): string {
  const milestones = openMilestones(board.milestones);
  const most = milestones.reduce((offer, milestone) => Math.max(offer, milestone.offer), 0);
  if (most === 0) return "";
  const shown = byUrgency(milestones).slice(0, MOST_ROWS);
  const left = milestones.length - shown.length;
  const told = shown.map(
    (one) => `${nameWords(one.name)}: ${scoreWords(one)}${one.status ? `, ${one.status}` : ""}`,
  );
  const chart = {
    title: `Milestones of ${nameWords(board.board)}`,
    description: [
      ...[statusSentence(milestones, nounOf(board))].filter((sentence) => sentence !== undefined),
      ...told,
      ...(left === 0 ? [] : [`and ${numberWords(left)} more`]),
    ].join("; "),
    rows: shown.map((milestone) => ({
      name: milestone.name,
      words: wordsOf(milestone),
      bars: [
        { share: milestone.offer / most, tone: "ground" as const },
        { share: milestone.score / most, tone: "dark" as const },
      ],
    })),
  };
  return barChart(chart, options);
}

function wordsOf(milestone: MilestoneReport): string {
  const { status } = milestone;
  return status === undefined ? scoreWords(milestone) : `${scoreWords(milestone)} ${SIGNS[status]} ${status}`;
}
