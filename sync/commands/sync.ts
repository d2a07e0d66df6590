// `stageline sync`: makes the book true: what people did since the last run goes into the history, what may not be
// goes back with its reason, and the engine's own cells are renewed.

import { lastDefinition } from "../../shared/definition/definition-versions.ts";
import { readHead } from "../../shared/engine/head.ts";
import { isKept, lastKept } from "../../shared/engine/host-rows.ts";
import { addedMessages } from "../../shared/engine/outbox/outbox-row.ts";
import { type Reconciled, reconcile } from "../../shared/engine/reconcile.ts";
import { type ComingMove, comingMoves } from "../../shared/engine/rules/coming-moves.ts";
import type { Run } from "../../shared/engine/run.ts";
import { emptyDefinition } from "../../shared/engine/setup/new-boards.ts";
import { renewedDashboard } from "../../shared/report/dashboard/renewed-dashboard.ts";
import { countWords } from "../../shared/report/number-words.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Tables } from "../../shared/table/table.ts";
import type { Moment } from "../../shared/value/moment.ts";
import { runIn } from "../book-zone.ts";
import { changeLines } from "../change-lines.ts";
import { say, sentencesOf, writtenLines } from "../output.ts";
import type { CommonOptions } from "../run-options.ts";
import type { BookStore, Plan } from "../stores/book-store.ts";
import { openStore } from "../stores/open-store.ts";

export interface SyncOptions extends CommonOptions {
  readonly dryRun?: boolean;
}

export async function syncBook(path: string, options: SyncOptions): Promise<void> {
  const store = await openStore(path, options.dryRun === true ? { access: "read" } : {});
  const written = await store.change(
    (tables) => {
      const run = runIn({ tables, knownBy: "sweep", source: store.source }, options);
      return withDashboard(hostedSyncPlan(tables, run, store.host), tables, run);
    },
    { isSync: true, ...(options.dryRun === true ? { dryRun: true } : {}) },
  );
  const { entries, problems, stoppedTabs, tables, definition, coming, messages, kept } = written.result;
  const refused = stoppedTabs.length > 0 && !written.changed;
  const verb = options.dryRun === true ? "Would write" : "Wrote";
  const what = `${verb} ${countWords(entries.length, "entry")} to the history, and ${countWords(written.cells, "cell")} in all`;
  const planned = { tables, definition, entries, changes: written.changes };
  say(
    {
      exitCode: refused ? 3 : problems.length > 0 ? 1 : 0,
      json: {
        changed: written.changed,
        entries: entries.length,
        cells: written.cells,
        messages,
        problems,
        ...comingPart(coming),
        ...(kept === undefined ? {} : { kept }),
        ...(options.dryRun === true ? { changes: written.changes } : {}),
      },
      lines: [
        ...(kept === undefined ? [] : [keptLine(kept)]),
        ...(written.changed ? [what] : kept === undefined ? ["Nothing to change"] : []),
        ...(messages === 0
          ? []
          : [`${countWords(messages, "message")} put into the Outbox; see "stageline outbox"`]),
        ...coming.map(({ board, name, sentence }) => `${board}: "${name}" ${sentence}`),
        ...stoppedTabs.map((tab) => `Nothing of "${tab}" was touched: see below`),
        ...(options.dryRun === true ? changeLines(planned).map((line) => `  ${line}`) : []),
        ...writtenLines(written),
      ],
      problems: sentencesOf(problems),
    },
    options,
  );
}

/** What a sync came to. */
export interface Synced extends Pick<Reconciled, "entries" | "problems" | "stoppedTabs" | "definition"> {
  readonly tables: Tables;
  readonly coming: readonly ComingMove[];
  /** Messages put into the Outbox. */
  readonly messages: number;
  /** When the add-on looked after the book last, where that leaves nothing to do. */
  readonly kept?: Moment;
}

/** What makes the book true; nothing where an add-on does so already. */
export function hostedSyncPlan(tables: Tables, run: Run, host: BookStore["host"]): Plan<Synced> {
  const head = readHead(tables);
  const kept = host === "Google" && isKept(head, run.now) ? lastKept(head) : undefined;
  if (kept === undefined) return syncPlan(tables, run);
  const definition = lastDefinition(tables) ?? emptyDefinition({ zone: run.zone.name, practice: false });
  const nothing = { entries: [], problems: [], stoppedTabs: [], coming: [], messages: 0 };
  return { changes: [], definition, result: { ...nothing, definition, tables, kept } };
}

/** What makes the book true. */
export function syncPlan(tables: Tables, run: Run): Plan<Synced> {
  const looked = reconcile(tables, run);
  const { entries, problems, stoppedTabs, definition } = looked;
  const [coming, messages] = [comingMoves(looked.book), addedMessages(tables, looked.changes)];
  const result = { entries, problems, stoppedTabs, definition, tables, coming, messages };
  return { changes: looked.changes, definition, result };
}

// Where the add-on looks after the book, or a guard stopped the run, the Dashboard is not this run's to write.
function withDashboard(plan: Plan<Synced>, tables: Tables, run: Run): Plan<Synced> {
  const { kept, stoppedTabs } = plan.result;
  if (kept !== undefined || stoppedTabs.length > 0) return plan;
  const changes = [...plan.changes, ...renewedDashboard(tables, applyChanges(tables, plan.changes), run)];
  return { ...plan, changes };
}

function keptLine(kept: Moment): string {
  return `The add-on looks after this book, last at ${kept.slice(11, 16)}: there is nothing to do for a sync`;
}

function comingPart(coming: readonly ComingMove[]) {
  if (coming.length === 0) return {};
  return {
    coming: coming.map(({ board, name, due, sentence }) => ({ board, record: name, due, sentence })),
  };
}
