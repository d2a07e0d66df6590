// A stage on its colour.

import "./stage-mark.css";
import type { StageChip } from "../../shared/report/views/stage-chip.ts";

export function StageMark({ stage }: { readonly stage: StageChip }) {
  return (
    <span class="stage" style={{ background: stage.colour, color: stage.ink }}>
      {stage.name}
    </span>
  );
}
