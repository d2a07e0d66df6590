// `stageline import`: records, or a log of events, from a CSV file into a board.

import { readCsvFile } from "../../local/csv-file.ts";
import { boardsNamed } from "../../shared/definition/named-board.ts";
import { type Imported, importRecords } from "../../shared/engine/import/import-records.ts";
import type { ImportPlan, Others, Source } from "../../shared/engine/import/import-source.ts";
import { reconcile } from "../../shared/engine/reconcile.ts";
import type { Run } from "../../shared/engine/run.ts";
import { countWords, numberWords } from "../../shared/report/number-words.ts";
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

export interface ImportOptions extends CommonOptions {
  readonly board: string;
  readonly id?: string;
  readonly field?: readonly string[];
  readonly stage?: string;
  readonly on?: readonly string[];
  readonly events?: string;
  readonly others?: string;
  readonly dryRun?: boolean;
}

interface Result {
  readonly imported: Imported;
  readonly problems: readonly Problem[];
}

export async function importFile(path: string, csvPath: string, options: ImportOptions): Promise<void> {
  const importPlan = planOf(options);
  const file = readCsvFile(csvPath);
  const wanted = { board: options.board, source: file, plan: importPlan };
  const store = await openStore(path, options.dryRun === true ? { access: "read" } : {});
  const written = await store.change(
    (tables) => {
      const run = runIn({ tables, knownBy: "import", source: store.source }, options);
      return withDashboard(importingPlan(tables, run, wanted), tables, run);
    },
    options.dryRun === true ? { dryRun: true } : {},
  );
  const { imported, problems } = written.result;
  const lineProblems = [...file.problems, ...imported.problems].sort((left, right) => left.line - right.line);
  say(
    {
      exitCode: lineProblems.length + problems.length > 0 ? 1 : 0,
      json: {
        changed: written.changed,
        added: imported.added,
        updated: imported.updated,
        unchanged: imported.unchanged,
        entries: imported.entries.length,
        notes: imported.notes,
        lines: lineProblems,
        problems,
      },
      lines: [
        `${options.dryRun === true ? "Would take" : "Took"} ${csvPath} (${file.guessed.encoding}, ${delimiterWord(file.guessed.delimiter)}): ${countWords(imported.added, "record")} added, ${numberWords(imported.updated)} updated, ${numberWords(imported.unchanged)} unchanged`,
        ...imported.notes.map((note) => `  ${note}`),
        ...writtenLines(written),
      ],
      problems: [
        ...lineProblems.map(({ line, message }) => `${csvPath}: line ${line}: ${message}`),
        ...sentencesOf(problems),
      ],
    },
    options,
  );
}

/** What is taken in, and onto which board. */
export interface Importing {
  readonly board: string;
  readonly source: Source;
  readonly plan: ImportPlan;
}

/** The book made true, then what the file holds taken in, then the book made true again. */
export function importingPlan(tables: Tables, run: Run, importing: Importing): Plan<Result> {
  const { actor: _, ...anonymous } = run;
  const before = reconcile(tables, { ...anonymous, knownBy: "sweep", seed: `${run.seed} before` });
  const ready = applyChanges(tables, before.changes);
  const [board] = boardsNamed(before.definition, importing.board);
  if (before.stoppedTabs.includes(board.tab)) {
    const [reason] = before.problems.filter((problem) => problem.tab === board.tab);
    throw new StagelineError(
      "guard",
      `"${board.tab}" has to be mended before an import: ${reason?.message ?? "see check"}`,
    );
  }
  const { definition } = before;
  const imported = importRecords(ready, run, { ...importing, definition, board });
  const filled = applyChanges(ready, imported.changes);
  const after = reconcile(filled, { ...anonymous, knownBy: "import", seed: `${run.seed} after` });
  return {
    changes: [...before.changes, ...imported.changes, ...after.changes],
    definition: after.definition,
    result: { imported, problems: after.problems },
  };
}

function planOf(options: ImportOptions): ImportPlan {
  const others = options.others ?? "refuse";
  if (!isOthers(others))
    throw new StagelineError("usage", `--others "${others}" is not one of refuse, park, skip`);
  if (options.events !== undefined && (options.stage !== undefined || options.id !== undefined)) {
    throw new StagelineError(
      "usage",
      "--events says itself which columns hold case, stage and time: leave out --id and --stage",
    );
  }
  return {
    ...(options.id === undefined ? {} : { idColumn: options.id }),
    ...(options.stage === undefined ? {} : { stageColumn: options.stage }),
    fields: (options.field ?? [])
      .map((text) => pairOf(text, "--field"))
      .map(([field, column]) => ({ field, column })),
    stageDates: (options.on ?? [])
      .map((text) => pairOf(text, "--on"))
      .map(([stage, column]) => ({ stage, column })),
    ...(options.events === undefined ? {} : { events: eventColumns(options.events) }),
    others,
  };
}

function isOthers(text: string): text is Others {
  return text === "refuse" || text === "park" || text === "skip";
}

function pairOf(text: string, option: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at < 1 || at === text.length - 1) {
    throw new StagelineError(
      "usage",
      `${option} "${text}" is not of the form "<name on the board>=<column of the file>"`,
    );
  }
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function eventColumns(text: string): NonNullable<ImportPlan["events"]> {
  const pairs = new Map(text.split(",").map((pair) => pairOf(pair, "--events")));
  const column = (key: string): string => {
    const name = pairs.get(key);
    if (name !== undefined) return name;
    throw new StagelineError(
      "usage",
      `--events "${text}" names no ${key}; write case=<column>,stage=<column>,at=<column>`,
    );
  };
  return { case: column("case"), stage: column("stage"), at: column("at") };
}

function delimiterWord(delimiter: string): string {
  const words: Readonly<Record<string, string>> = {
    ",": "commas",
    ";": "semicolons",
    "\t": "tabs",
    "|": "bars",
  };
  return words[delimiter] ?? `"${delimiter}"`;
}
