// What a tab was taken for, before anything is done: each column and each stage with its reason, or what stands against it.

import type { Adoption } from "../../engine/adopt/adopt-tab.ts";
import { type AdoptedColumn, becomes } from "../../engine/adopt/adopted-columns.ts";
import type { Problem } from "../../table/problem.ts";
import { countOf } from "../../value/noun.ts";
import { type StageChip, stageChip } from "./stage-chip.ts";

export interface AdoptionPreview {
  readonly tab: string;
  readonly possible: boolean;
  readonly sentence: string;
  readonly refusals: readonly Problem[];
  readonly columns: readonly PreviewedColumn[];
  readonly stages: readonly { readonly stage: StageChip; readonly count: number }[];
  /** Where the stages and their order come from. */
  readonly stagesFrom: string;
  /** Headers of the columns that come at the right. */
  readonly added: readonly string[];
  readonly notes: readonly string[];
}

export interface PreviewedColumn {
  readonly letters: string;
  readonly header: string;
  /** "Name", "Owner", the type of a field, or "stays yours". */
  readonly becomes: string;
  readonly why: string;
}

/**
 * The preview of an adoption that is not written.
 *
 * @example
 * const adoption = adoptTab([fixtures.crmTable], fixtures.run,
 *   { definition: fixtures.emptyBook, tab: "CRM", facts: plainTab, wishes: {} });
 * adoptionPreview(adoption).sentence //=> '"CRM" would become a board with 2 firms'
 */
export function adoptionPreview(adoption: Adoption): AdoptionPreview {
  const { tab, refusals, columns, stages, stagesFrom, added, notes, records, noun } = adoption;
  const possible = refusals.length === 0;
  return {
    ...{ tab, possible, refusals, stagesFrom, added, notes },
    sentence: possible
      ? `"${tab}" would become a board with ${countOf(records, noun)}`
      : `"${tab}" cannot become a board as it is`,
    columns: columns.map(previewedColumn),
    stages: stages.map((stage) => ({ stage: stageChip(stage), count: stage.count })),
  };
}

function previewedColumn(adopted: AdoptedColumn): PreviewedColumn {
  const { letters, header } = adopted.column;
  return { letters, header, becomes: becomes(adopted), why: adopted.why };
}
