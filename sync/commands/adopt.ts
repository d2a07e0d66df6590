// `stageline adopt`: a tab that people made becomes a board where it stands; it says what it took each column and
// each stage for, and why.

import type { Definition, Pipeline } from "../../shared/definition/pipeline.ts";
import { adoptInBook } from "../../shared/engine/adopt/adopt-in-book.ts";
import type { Adoption } from "../../shared/engine/adopt/adopt-tab.ts";
import { type AdoptedColumn, becomes } from "../../shared/engine/adopt/adopted-columns.ts";
import type { AdoptWishes } from "../../shared/engine/adopt/adopted-pipeline.ts";
import { countWords } from "../../shared/report/number-words.ts";
import { nameKey } from "../../shared/table/cell.ts";
import type { Problem } from "../../shared/table/problem.ts";
import type { Tables } from "../../shared/table/table.ts";
import { isCurrency } from "../../shared/value/currency.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { aligned } from "../aligned.ts";
import { templateOf } from "../board-source.ts";
import { withDashboard } from "../dashboard-plan.ts";
import { say, sentencesOf, writtenLines } from "../output.ts";
import { presentDefinition, type SetupOptions } from "../present-definition.ts";
import { type CommonOptions, runOf } from "../run-options.ts";
import type { RunSource } from "../run-source.ts";
import type { BookAround, Plan, Written } from "../stores/book-store.ts";
import { openStore } from "../stores/open-store.ts";
import { timeZone } from "../time-zone.ts";

export interface AdoptOptions extends CommonOptions, SetupOptions {
  readonly tab: string;
  readonly name?: string;
  readonly stage?: string;
  readonly owner?: string;
  readonly stages?: string;
  readonly noun?: string;
  readonly pipeline?: string;
  readonly currency?: string;
  readonly dryRun?: boolean;
}

const WISHES = "--name, --stage, --owner and --stages put right what was guessed wrong";

interface Result {
  readonly adoption: Adoption;
  readonly problems: readonly Problem[];
}

export async function adoptBookTab(path: string, options: AdoptOptions): Promise<void> {
  const store = await openStore(path, options.dryRun === true ? { access: "read" } : {});
  const { source } = store;
  const written = await store.change(
    (tables, around) => adoptionPlan(tables, around, { ...options, source }),
    { tab: options.tab, ...(options.dryRun === true ? { dryRun: true } : {}) },
  );
  const { adoption, problems } = written.result;
  const { refusals } = adoption;
  say(
    {
      exitCode: refusals.length > 0 ? 3 : problems.length > 0 ? 1 : 0,
      json: { changed: written.changed && options.dryRun !== true, ...jsonOf(adoption), refusals, problems },
      lines:
        refusals.length > 0
          ? [
              `"${adoption.tab}" cannot become a board as it is; nothing was written:`,
              ...(adoption.isGuessed ? [WISHES] : []),
            ]
          : linesOf(path, options, written),
      problems: [...sentencesOf(refusals), ...sentencesOf(problems)],
    },
    options,
  );
}

/** What makes a board of the tab. */
export function adoptionPlan(
  tables: Tables,
  around: BookAround,
  options: AdoptOptions & { readonly source: RunSource },
): Plan<Result> {
  const { source } = options;
  const present = presentDefinition(tables, { ...options, hostZone: around.zone });
  const run = runOf(options, { zone: timeZone(present.zone), knownBy: "import", source });
  const tab = tables.find((table) => nameKey(table.tab) === nameKey(options.tab))?.tab ?? options.tab;
  const wishes = wishesOf(options, present);
  const adopted = adoptInBook(tables, run, { present, tab, facts: around.tabFacts(tab), wishes });
  return withDashboard({ ...adopted, result: adopted }, tables, run);
}

function wishesOf(options: AdoptOptions, definition: Definition): AdoptWishes {
  const { name, stage, owner, stages, noun, currency, pipeline } = options;
  if (currency !== undefined && !isCurrency(currency))
    throw new StagelineError("usage", `"${currency}" is not a currency code such as EUR`);
  return {
    ...(name === undefined ? {} : { name }),
    ...(stage === undefined ? {} : { stage }),
    ...(owner === undefined ? {} : { owner }),
    ...(stages === undefined ? {} : { stages }),
    ...(noun === undefined ? {} : { noun }),
    ...(currency === undefined ? {} : { currency }),
    ...(pipeline === undefined ? {} : { pipeline: pipelineNamed(definition, pipeline) }),
  };
}

function pipelineNamed(definition: Definition, name: string): Pipeline {
  return definition.pipelines.find((each) => nameKey(each.name) === nameKey(name)) ?? templateOf(name);
}

function jsonOf({ tab, columns, stages, added, notes, noun, records }: Adoption) {
  return {
    tab,
    records,
    noun,
    columns: columns.map((each) => ({
      column: each.column.letters,
      header: each.column.header,
      becomes: becomes(each),
      why: each.why,
    })),
    stages: stages.map(({ name, kind, count }) => ({ stage: name, kind, records: count })),
    added,
    notes,
  };
}

function linesOf(path: string, options: AdoptOptions, written: Written<Result>): readonly string[] {
  const { adoption } = written.result;
  const { columns, stages, stagesFrom, added, noun, records, notes, definition } = adoption;
  const verb = options.dryRun === true ? "Would make" : "Made";
  return [
    `${verb} a board of "${adoption.tab}" in ${path}: ${countWords(records, noun)} (time zone ${definition.zone})`,
    "Columns",
    ...columnLines(columns).map((line) => `  ${line}`),
    `Stages, ${stagesFrom}`,
    ...aligned(stages.map(({ name, kind, count }) => [name, kind, String(count)])).map((line) => `  ${line}`),
    `Added at the right: ${added.join(", ")}`,
    ...notes.map((note) => `  ${note}`),
    ...(definition.practice ? ["Practice: moves that miss something are warned about, not put back"] : []),
    ...writtenLines(written),
    ...(options.dryRun === true
      ? [`Nothing was written; ${WISHES}`]
      : [`To undo it: stageline leave ${path} --board "${adoption.tab}"`]),
  ];
}

function columnLines(columns: readonly AdoptedColumn[]): readonly string[] {
  return aligned(
    columns.map((each) => [`${each.column.letters} "${each.column.header}"`, becomes(each), each.why]),
  );
}
