// `stageline begin`: what a copy of a Google spreadsheet is for, which nobody but a person knows: to start fresh with the
// set-up alone, or to go on with everything that it holds.

import { bookOrigin, goOn, startFresh } from "../../shared/engine/acts/copied-book.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import type { Run } from "../../shared/engine/run.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Tables } from "../../shared/table/table.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { runIn } from "../book-zone.ts";
import { say, sentencesOf, writtenLines } from "../output.ts";
import type { CommonOptions } from "../run-options.ts";
import { openStore } from "../stores/open-store.ts";

export interface BeginOptions extends CommonOptions {
  readonly fresh?: boolean;
  readonly goOn?: boolean;
}

type Beginning = "fresh" | "go on";

export async function beginCopy(path: string, options: BeginOptions): Promise<void> {
  const how = beginningOf(options);
  const store = await openStore(path);
  if (store.host !== "Google")
    throw new StagelineError(
      "usage",
      "a copied file is a book of its own; begin is for a copy in Google Drive",
    );
  const written = await store.change(
    (tables) => {
      const run = runIn({ tables, knownBy: "sweep", source: store.source }, options);
      return beginningPlan(tables, run, { id: store.name, how });
    },
    { isCopy: true },
  );
  const { sentence, problems } = written.result;
  say(
    {
      exitCode: problems.length > 0 ? 1 : 0,
      json: { changed: written.changed, sentence, problems },
      lines: [sentence, ...writtenLines(written)],
      problems: sentencesOf(problems),
    },
    options,
  );
}

/** What makes the copy a book of its own, and that book true. */
export function beginningPlan(
  tables: Tables,
  run: Run,
  { id, how }: { readonly id: string; readonly how: Beginning },
) {
  if (bookOrigin(tables, { id }) !== "copied")
    throw new StagelineError(
      "usage",
      "this spreadsheet is no copy of another book, so there is nothing to begin",
    );
  const begin = how === "fresh" ? startFresh : goOn;
  const { changes, sentence } = begin(tables, { id, now: run.now });
  const looked = reconcile(applyChanges(tables, changes), run);
  const { definition, problems } = looked;
  return { changes: [...changes, ...looked.changes], definition, result: { sentence, problems } };
}

function beginningOf({ fresh, goOn: goesOn }: BeginOptions): Beginning {
  if ((fresh === true) === (goesOn === true))
    throw new StagelineError("usage", "say what the copy is for: --fresh or --go-on");
  return fresh === true ? "fresh" : "go on";
}
