// The rows of the Stages tab: each stage with what it needs, which stages may follow, and the names that it had. A
// stage that was renamed is the same stage; its former name goes into "Also called", so that cells and imports
// which use it are understood.

import type { ViewRow } from "../../table/tab-view.ts";
import { aliasesAfter, namedIn } from "../named.ts";
import type { Field, Pipeline, Stage } from "../pipeline.ts";
import { stageSentence } from "../stage-sentence.ts";
import { openTab } from "./opened-tab.ts";
import { follow, nameFaults, report, rowId, type SetupReader, type SetupTabReader } from "./setup-reader.ts";
import { type RowFault, textFromList } from "./setup-tab.ts";
import { needsOfRow, type StageRow, stageFromCells, stagesTab } from "./stages-tab.ts";
import { unknownStage } from "./unknown-stage.ts";

/** A row of Stages, with its names not yet looked up. */
export interface ReadStage {
  readonly tab: SetupTabReader;
  readonly row: ViewRow;
  readonly said: StageRow;
}

/** Stages and fields by all the names that cells may use for them. */
export interface Words {
  readonly stages: readonly Pick<Stage, "id" | "name" | "aliases">[];
  readonly fields: readonly Field[];
}

/**
 * Every row of the Stages tab, in order.
 *
 * @example
 * readStageRows(setupReader(fixtures.setupTables)).map(({ said }) => said.stage.id) //=> ["lead", "offer", "won", "lost"]
 */
export function readStageRows(reader: SetupReader): readonly ReadStage[] {
  const tab = openTab(reader, stagesTab);
  if (tab === undefined) return [];
  const seen = new Map<string, number>();
  return tab.rows.map((row) => {
    const { row: said, faults } = stageFromCells(row.cells);
    const { name } = said.stage;
    const scope = said.pipeline;
    report(reader, { tab, row }, [...faults, ...nameFaults(seen, { key: "stage", name, row, scope })]);
    const stage = { ...said.stage, id: rowId(reader, { tab, row }, { name, scope }) };
    return { tab, row, said: { ...said, stage } };
  });
}

/**
 * The stages of one pipeline, complete; `before` is that pipeline as it was last in force.
 *
 * @example
 * const reader = setupReader(fixtures.setupTables);
 * completeStages(reader, readStageRows(reader), { words: { stages: fixtures.offers.stages, fields: fixtures.offers.fields } })[1].needs.length //=> 1
 */
export function completeStages(
  reader: SetupReader,
  rows: readonly ReadStage[],
  known: { readonly words: Words; readonly before?: Pipeline | undefined },
): readonly Stage[] {
  const present = rows.map(({ said }) => said.stage);
  return rows.map((read) => {
    const stage = completeStage(reader, read, known.words);
    if (read.said.isMisplaced) putBeside(reader, read, known.before);
    follow(reader, read, { in_words: stageSentence(stage, known.words.fields) });
    const aliases = aliasesAfter(stage, { before: known.before?.stages ?? [], present });
    if (aliases === undefined) return stage;
    follow(reader, read, { aliases: textFromList(aliases) });
    return { ...stage, aliases };
  });
}

// A stage that was a step and is parked, lost or avoid now leaves the main line with that, and its cell follows.
function putBeside(reader: SetupReader, read: ReadStage, before: Pipeline | undefined): void {
  const { stage } = read.said;
  const former = before?.stages.find(({ id }) => id === stage.id);
  if (former !== undefined && former.kind !== stage.kind) follow(reader, read, { main_line: "no" });
  else {
    const message = `a stage of the kind "${stage.kind}" stands beside the main line; write no, or make it open or won`;
    report(reader, read, [{ key: "main_line", message }]);
  }
}

function completeStage(reader: SetupReader, read: ReadStage, words: Words): Stage {
  const { needs, faults } = needsOfRow(read.said.needsText, words.fields);
  const next: string[] = [];
  const nextFaults: RowFault[] = [];
  for (const name of read.said.nextNames) {
    const found = namedIn(words.stages, name);
    if (found !== undefined) next.push(found.id);
    else nextFaults.push({ key: "next", message: unknownStage(name, words.stages) });
  }
  report(reader, read, [...faults, ...nextFaults]);
  return { ...read.said.stage, needs, next };
}
