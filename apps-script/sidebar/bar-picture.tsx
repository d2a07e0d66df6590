// A chart of bars, drawn from plain data. Those who hear the page are told what it is; its numbers stand in a table.

import "./bar-picture.css";
import { useId } from "preact/hooks";
import type { BarChart } from "../../shared/report/views/bar-chart.ts";

export function BarPicture({ chart }: { readonly chart: BarChart }) {
  const { title, width, height, barHeight, bars } = chart;
  const id = useId();
  return (
    <svg class="bars" role="img" aria-labelledby={id} viewBox={`0 0 ${width} ${height}`}>
      <title id={id}>{title}</title>
      {bars.map((bar) => (
        <g key={bar.barY}>
          <text y={bar.labelY}>{bar.label}</text>
          <text x={width} y={bar.labelY} class="value">
            {bar.value}
          </text>
          <rect y={bar.barY} width={bar.width} height={barHeight} rx="2" class="whole" />
          <rect y={bar.barY} width={bar.markedWidth} height={barHeight} rx="2" class="marked" />
          <text y={bar.belowY} class="below">
            {bar.below}
          </text>
        </g>
      ))}
    </svg>
  );
}
