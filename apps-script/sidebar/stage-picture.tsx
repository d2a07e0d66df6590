// A small picture of the stages of a pipeline, drawn from plain data.

import { useId } from "preact/hooks";
import type { StageStrip } from "../../shared/report/views/stage-strip.ts";

export function StagePicture({ strip }: { readonly strip: StageStrip }) {
  const id = useId();
  return (
    <svg role="img" aria-labelledby={id} viewBox={`0 0 ${strip.width} ${strip.height}`}>
      <title id={id}>{strip.title}</title>
      {strip.boxes.map(({ x, y, width, height, fill, label }) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} fill={fill} rx="2">
          <title>{label}</title>
        </rect>
      ))}
    </svg>
  );
}
