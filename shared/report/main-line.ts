// Which stages of a report stand on the main line. The report gives them first and in order, and names them in
// its steps; what comes after was left for: parked, lost, or a branch. Only the main line makes a funnel.

import type { BoardReport, StageReport } from "./book-report.ts";

export interface StagesOfBoard {
  readonly mainLine: readonly StageReport[];
  readonly aside: readonly StageReport[];
}

/**
 * The stages of a board, the main line apart from the others.
 *
 * @example
 * stagesOf({ stages: [], steps: [] }) //=> { mainLine: [], aside: [] }
 */
export function stagesOf(board: BoardReport): StagesOfBoard {
  const named = new Set(board.steps.flatMap((step) => [step.from, step.to]));
  const isOnMainLine = (stage: StageReport, index: number) =>
    (stage.kind === "open" || stage.kind === "won") &&
    (index === 0 || stage.overall !== undefined || named.has(stage.stage));
  return {
    mainLine: board.stages.filter(isOnMainLine),
    aside: board.stages.filter((stage, index) => !isOnMainLine(stage, index)),
  };
}
