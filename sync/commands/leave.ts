// `stageline leave`: a board becomes a plain tab again; what people wrote stays, and so does the history.

import { boardsNamed } from "../../shared/definition/named-board.ts";
import { type Leaving, leaveBoard } from "../../shared/engine/adopt/leave-board.ts";
import { type Reconciled, reconcile } from "../../shared/engine/reconcile.ts";
import type { Run } from "../../shared/engine/run.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Problem } from "../../shared/table/problem.ts";
import type { Tables } from "../../shared/table/table.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { runIn } from "../book-zone.ts";
import { withDashboard } from "../dashboard-plan.ts";
import { say, sentencesOf, writtenLines } from "../output.ts";
import type { CommonOptions } from "../run-options.ts";
import type { Plan } from "../stores/book-store.ts";
import { openStore } from "../stores/open-store.ts";

export interface LeaveOptions extends CommonOptions {
  readonly board: string;
  readonly dryRun?: boolean;
}

interface Result {
  readonly leaving: Leaving;
  readonly tab: string;
  /** Whether a guard kept what was done since the last sync out of the history. */
  readonly isUntold: boolean;
  readonly boardsLeft: number;
  readonly problems: readonly Problem[];
}

export async function leaveBookBoard(path: string, options: LeaveOptions): Promise<void> {
  const store = await openStore(path, options.dryRun === true ? { access: "read" } : {});
  const written = await store.change(
    (tables) => {
      const run = runIn({ tables, knownBy: "command", source: store.source }, options);
      return withDashboard(leavingPlan(tables, run, options.board), tables, run);
    },
    options.dryRun === true ? { dryRun: true } : {},
  );
  const { leaving, tab, isUntold, boardsLeft, problems } = written.result;
  const { gone, kept } = leaving;
  const isPreview = options.dryRun === true;
  say(
    {
      exitCode: problems.length > 0 ? 1 : 0,
      json: { changed: written.changed && !isPreview, tab, gone, kept, boardsLeft, problems },
      lines: [
        isPreview ? `"${tab}" would be a plain tab again` : `"${tab}" is a plain tab again`,
        `  columns that go: ${gone.join(", ")}`,
        ...(kept.length === 0
          ? []
          : [`  columns that stay, since somebody wrote in them: ${kept.join(", ")}`]),
        "  the history stays in the hidden tab Activity; adopt the tab again, and it goes on",
        ...(isUntold
          ? ["  what was done on it since the last sync is in its cells, and not in the history"]
          : []),
        ...(boardsLeft === 0 ? ["  it was the last board: what is left of Stageline are hidden tabs"] : []),
        ...writtenLines(written),
      ],
      problems: sentencesOf(problems),
    },
    options,
  );
}

/** What makes a plain tab of the board. */
export function leavingPlan(tables: Tables, run: Run, name: string): Plan<Result> {
  const { actor: _, ...anonymous } = run;
  const before = reconcile(tables, { ...anonymous, knownBy: "sweep", seed: `${run.seed} before` });
  const [board] = boardsNamed(before.definition, name);
  const ready = applyChanges(tables, before.changes);
  const leaving = leaveBoard(ready, run, { definition: before.definition, board });
  const after = reconcile(applyChanges(ready, leaving.changes), {
    ...anonymous,
    knownBy: "sweep",
    seed: `${run.seed} after`,
  });
  refuseHeldBack(after, board.id);
  return {
    changes: [...before.changes, ...leaving.changes, ...after.changes],
    // Rows that get an ID on the way are told by the definition that has their board still.
    definition: before.definition,
    result: {
      leaving,
      tab: board.tab,
      isUntold: before.stoppedTabs.includes(board.tab),
      boardsLeft: after.definition.boards.length,
      problems: after.problems,
    },
  };
}

// While the set-up holds a mistake the last good definition rules, and that has the board still.
function refuseHeldBack({ definition, problems }: Reconciled, board: string): void {
  if (!definition.boards.some(({ id }) => id === board)) return;
  const [problem] = problems;
  const reason = problem === undefined ? "see check" : `${problem.tab}: ${problem.message}`;
  throw new StagelineError("guard", `the set-up of this book has to be mended first: ${reason}`);
}
