// `stageline sync`: makes the book true: what people did since the last run goes into the history, what may not be
// goes back with its reason, and the engine's own cells are renewed.

import { addedMessages } from "../../shared/engine/outbox/outbox-row.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import { type ComingMove, comingMoves } from "../../shared/engine/rules/coming-moves.ts";
import type { Run } from "../../shared/engine/run.ts";
import type { Tables } from "../../shared/table/table.ts";
import { runIn } from "../book-zone.ts";
import { changeLines } from "../change-lines.ts";
import { counted, say, sentencesOf, writtenLines } from "../output.ts";
import type { CommonOptions } from "../run-options.ts";
import { openStore } from "../stores/open-store.ts";

export interface SyncOptions extends CommonOptions {
  readonly dryRun?: boolean;
}

export async function syncBook(path: string, options: SyncOptions): Promise<void> {
  const store = await openStore(path);
  const written = await store.change(
    (tables) => syncPlan(tables, runIn({ tables, knownBy: "sweep", source: store.source }, options)),
    options.dryRun === true ? { dryRun: true } : {},
  );
  const { entries, problems, stoppedTabs, tables, definition, coming, messages } = written.result;
  const refused = stoppedTabs.length > 0 && !written.changed;
  const verb = options.dryRun === true ? "Would write" : "Wrote";
  const what = `${verb} ${counted(entries.length, "entry")} to the history, and ${counted(written.cells, "cell")} in all`;
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
        ...(options.dryRun === true ? { changes: written.changes } : {}),
      },
      lines: [
        written.changed ? what : "Nothing to change",
        ...(messages === 0
          ? []
          : [`${counted(messages, "message")} put into the Outbox; see "stageline outbox"`]),
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

/** What makes the book true. */
export function syncPlan(tables: Tables, run: Run) {
  const looked = reconcile(tables, run);
  const [coming, messages] = [comingMoves(looked.book), addedMessages(tables, looked.changes)];
  return { ...looked, result: { ...looked, tables, coming, messages } };
}

function comingPart(coming: readonly ComingMove[]) {
  if (coming.length === 0) return {};
  return {
    coming: coming.map(({ board, name, due, sentence }) => ({ board, record: name, due, sentence })),
  };
}
