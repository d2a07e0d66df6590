// A small picture of a pipeline: a box for each stage in its colour, the main line as a row, what stands beside it below.
// It is plain data: whoever draws it draws a box for a box, and says the title to those who cannot see it.

import { mainLineOf, type Pipeline, type Stage, type StageKind } from "../../definition/pipeline.ts";
import { stageColour } from "../../definition/stage-colour.ts";

export interface StripBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** "#rrggbb". */
  readonly fill: string;
  /** Name of the stage. */
  readonly label: string;
  readonly kind: StageKind;
}

export interface StageStrip {
  /** The stages in words. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly StripBox[];
}

const WIDTH = 240;
const GAP = 2;
const LINE = { y: 0, height: 14 };
const BESIDE = { y: 18, height: 8 };

/**
 * The picture, 240 wide.
 *
 * @example
 * stageStrip(fixtures.offers).title //=> "Lead, Offer, Won; beside them: Lost"
 */
export function stageStrip(pipeline: Pipeline): StageStrip {
  const line = mainLineOf(pipeline);
  const beside = pipeline.stages.filter((stage) => !line.includes(stage));
  const below = beside.length === 0 ? "" : `; beside them: ${namesOf(beside)}`;
  // What stands beside is drawn as wide as a step, so that the eye takes it for one that was left out.
  const widest = boxWidth(Math.max(line.length, beside.length));
  return {
    title: `${namesOf(line)}${below}`,
    width: WIDTH,
    height: BESIDE.y + BESIDE.height,
    boxes: [
      ...boxesOf(line, { ...LINE, width: boxWidth(line.length) }),
      ...boxesOf(beside, { ...BESIDE, width: widest }),
    ],
  };
}

function namesOf(stages: readonly Stage[]): string {
  return stages.map(({ name }) => name).join(", ");
}

function boxWidth(count: number): number {
  return Math.floor(((WIDTH + GAP) / Math.max(count, 1) - GAP) * 10) / 10;
}

function boxesOf(
  stages: readonly Stage[],
  row: { readonly y: number; readonly height: number; readonly width: number },
): readonly StripBox[] {
  return stages.map((stage, index) => ({
    ...{ x: Math.round(index * (row.width + GAP) * 10) / 10, ...row },
    ...{ fill: stageColour(stage), label: stage.name, kind: stage.kind },
  }));
}
