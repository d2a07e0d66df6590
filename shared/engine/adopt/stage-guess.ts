// The stages of a tab that people made, from the column that holds them. Their order, as far as it can be told: that
// of the column's dropdown, else numbers before the names, else the usual way of such stages, else the order in
// which the sheet has them. Each says how many rows stand in it and why it was taken for what it is.

import { identifierFrom } from "../../definition/identifier.ts";
import { namedIn } from "../../definition/named.ts";
import type { Stage } from "../../definition/pipeline.ts";
import { plainStage } from "../../definition/stage-line.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import { distinctTexts, type SheetColumn } from "./sheet-column.ts";
import { isSlip } from "./slip.ts";
import { numberBefore, stageKindOf, usualPlace } from "./stage-words.ts";

export interface StagesGuess {
  readonly stages: readonly Stage[];
  /** Where their order comes from, in words. */
  readonly order: string;
}

const MOST_STAGES_OF_FEW_ROWS = 12;
/** More different texts than this are no stages. */
export const MOST_STAGES = 30;
const ROWS_A_STAGE = 3;
const LONGEST_NAME = 40;
const MOSTLY = 0.8;

/** Stages for a sheet that has none. */
const PLAIN_STAGES = [
  stage("New", "open"),
  stage("In progress", "open"),
  stage("Done", "won"),
  stage("Dropped", "lost"),
];

/**
 * Whether the cells of a column can be stages: few short texts that repeat.
 *
 * @example
 * holdsStages({ cells: ["Lead", "Won", "Lead"] }) //=> true
 * holdsStages({ cells: [1, 2, 3] }) //=> false
 */
export function holdsStages(column: Pick<SheetColumn, "cells">): boolean {
  const names = stageCells(column);
  const areNames = names.length > 0 && names.length >= column.cells.length * MOSTLY;
  const texts = [...distinctTexts({ cells: names }).keys()];
  const areFew = texts.length <= Math.min(MOST_STAGES, names.length / ROWS_A_STAGE);
  // "State" may be that of an address.
  const areCodes = texts.length > 2 && texts.every((text) => /^\p{Lu}{2}$/u.test(text));
  return areNames && !areCodes && (areFew || texts.length <= MOST_STAGES_OF_FEW_ROWS);
}

/**
 * Whether the texts of a column are words for stages, whatever its header says: two of them at least.
 *
 * @example
 * soundsLikeStages({ cells: ["Lead", "Proposal", "Lead"] }) //=> true
 * soundsLikeStages({ cells: ["Berlin", "Paris", "Berlin"] }) //=> false
 */
export function soundsLikeStages(column: Pick<SheetColumn, "cells">): boolean {
  const texts = [...distinctTexts(column).keys()];
  const known = texts.filter(isStageWord);
  return known.length >= 2 && known.length * 2 >= texts.length && holdsStages(column);
}

/**
 * The stages that the column holds; a usual few where there is no column, or nothing in it.
 *
 * @example
 * guessedStages({ cells: ["Won", "Offer", "Lead", "Lost"], choices: [] }).stages.map(({ name, kind }) => `${name} ${kind}`)
 * //=> ["Lead open", "Offer open", "Won won", "Lost lost"]
 */
export function guessedStages(column: Pick<SheetColumn, "cells" | "choices"> | undefined): StagesGuess {
  const texts = column === undefined ? [] : namesOfStages(column);
  const choices = column?.choices ?? [];
  if (texts.length + choices.length === 0)
    return { stages: PLAIN_STAGES, order: "a usual few, to be renamed in Stages" };
  const { names, order } = isListed(column, choices)
    ? { names: choices, order: "in the order of the column's dropdown" }
    : ordered(texts);
  return { stages: withOpenStage(names.map((name) => stage(name, stageKindOf(name)))), order };
}

/**
 * The stages with ids of their own, known ones as they were: their id, and what their rows in Stages said.
 *
 * @example
 * withKnownStages(fixtures.offers.stages, fixtures.offers.stages).map(({ id }) => id) //=> ["lead", "offer", "won", "lost"]
 */
export function withKnownStages(stages: readonly Stage[], known: readonly Stage[]): readonly Stage[] {
  const taken = new Set(known.map(({ id }) => id));
  return stages.map(({ name, kind, onMainLine }) => {
    const former = namedIn(known, name);
    if (former !== undefined) return { ...former, kind, onMainLine };
    const id = identifierFrom(name, taken);
    taken.add(id);
    return plainStage({ id, name, kind, onMainLine });
  });
}

function stageCells({ cells }: Pick<SheetColumn, "cells">): SheetColumn["cells"] {
  return cells.filter((cell) => typeof cell === "string" && textOf(cell).length <= LONGEST_NAME);
}

function isStageWord(text: string): boolean {
  return usualPlace(text) !== undefined || stageKindOf(text) !== "open";
}

// Numbers and long texts among stages name none; nor does what is a slip of the keyboard for one of them.
function namesOfStages(column: Pick<SheetColumn, "cells">): readonly string[] {
  const names = stageCells(column);
  const counts = distinctTexts({ cells: names.length === 0 ? column.cells : names });
  return [...counts.keys()].filter((name) => isStageWord(name) || !isSlip(name, counts));
}

// A dropdown that few cells keep to lists something else, or is long out of use.
function isListed(column: Pick<SheetColumn, "cells"> | undefined, choices: readonly string[]): boolean {
  const cells = column?.cells ?? [];
  const keys = new Set(choices.map(nameKey));
  return (
    choices.length > 0 && cells.filter((cell) => keys.has(nameKey(textOf(cell)))).length * 2 >= cells.length
  );
}

function ordered(texts: readonly string[]): { names: readonly string[]; order: string } {
  const numbers = texts.map(numberBefore);
  if (numbers.every((number) => number !== undefined)) {
    return { names: byRank(texts, (text) => numberBefore(text) ?? 0), order: "by the numbers before them" };
  }
  const places = texts.map(usualPlace).filter((place) => place !== undefined);
  if (places.length * 2 < texts.length)
    return { names: texts, order: "in the order in which they first come" };
  const middle = places.reduce((sum, place) => sum + place, 0) / places.length;
  return {
    names: byRank(texts, (text) => usualPlace(text) ?? middle),
    order: "in the usual order of such stages",
  };
}

function byRank(texts: readonly string[], rankOf: (text: string) => number): readonly string[] {
  return [...texts].sort((left, right) => rankOf(left) - rankOf(right));
}

// A record begins in an open stage: where every row is closed, or waits, there is none yet.
function withOpenStage(stages: readonly Stage[]): readonly Stage[] {
  const of = (kind: Stage["kind"]) => stages.filter((each) => each.kind === kind);
  const open = of("open");
  const first =
    open.length === 0 ? [stage(stages.some(({ name }) => name === "New") ? "To do" : "New", "open")] : open;
  return [...first, ...of("won"), ...of("parked"), ...of("lost"), ...of("avoid")];
}

function stage(name: string, kind: Stage["kind"]): Stage {
  return plainStage({ id: "", name, kind, onMainLine: kind === "open" || kind === "won" });
}
