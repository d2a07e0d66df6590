import { expect, test } from "vitest";
import { funnelChart } from "../../../../shared/report/charts/funnel-chart.ts";
import { milestoneChart } from "../../../../shared/report/charts/milestone-chart.ts";
import { stageTimeChart } from "../../../../shared/report/charts/stage-time-chart.ts";
import { deals, dealsNamed, noOrders, shows } from "../book-reports.ts";

const charts = [funnelChart, stageTimeChart, milestoneChart];
const hostile = dealsNamed(`<script>&"'</title>\u0000\u001b`);

/** Whether the tags of an XML text are closed in order, its attributes quoted and its ampersands entities. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const rest = xml.replace(
    /<(\/?)([a-z]+)((?:\s[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_tag, end, name, _attributes, empty) => {
      if (end === "" && empty === "") open.push(name);
      if (end !== "" && open.pop() !== name) open.push("out of order");
      return "";
    },
  );
  return open.length === 0 && !/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/.test(rest);
}

test.each([300, 760])("charts are well formed at %i px, whatever a name holds", (width) => {
  for (const chart of charts) expect(isWellFormed(chart(hostile, { id: "a", width }))).toBe(true);
});

test("a chart is an image with a title and a description that its id begins", () => {
  const svg = stageTimeChart(deals, { id: "time" });
  expect(svg).toContain('role="img" aria-labelledby="time-title time-desc"');
  expect(svg).toContain('<title id="time-title">How long deals of Deals stay in a stage</title>');
  expect(svg).toContain('<desc id="time-desc">Lead: half 12 days, four of five 30 days, 60 counted;');
});

test("a chart scales with its place: it has a view box of its width", () => {
  expect(funnelChart(deals, { id: "a", width: 300 })).toContain('viewBox="0 0 300 126"');
});

test("the bars of a funnel are as long as their share of the longest", () => {
  const lengths = [
    ...funnelChart(deals, { id: "a", width: 302 }).matchAll(/width="(\d+)" height="14" fill="#1f4e79"/g),
  ];
  expect(lengths.map((match) => Number(match[1]))).toEqual([300, 200, 90]);
});

test("nothing is drawn beyond the width, even where a score is above the offer", () => {
  const over = { ...shows, milestones: [{ record: "r", name: "Encore", score: 900, offer: 500 }] };
  expect(milestoneChart(over, { id: "a", width: 302 }).match(/width="300" height="14"/g)).toHaveLength(2);
});

test("a status is told in words beside its sign, never by colour alone", () => {
  expect(milestoneChart(shows, { id: "a" })).toContain("120 of 500 ▼ behind");
});

test("the chart of a short history shows no percentage", () => {
  expect(funnelChart(shows, { id: "a" })).not.toContain("%");
});

test("a board without records has no charts", () => {
  for (const chart of charts) expect(chart(noOrders, { id: "a" })).toBe("");
});
