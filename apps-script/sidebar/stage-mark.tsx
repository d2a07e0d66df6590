// A stage on its colour. The colours are light, so that the name is read on each of them.

import "./stage-mark.css";
import type { StageChip } from "../../shared/report/views/stage-chip.ts";

export function StageMark({ stage }: { readonly stage: StageChip }) {
  return (
    <span class="stage" style={{ background: stage.colour }}>
      {stage.name}
    </span>
  );
}
