// How replaced rows look and which charts they have, in every store that keeps its cells in a grid: drawn alike, left alone
// where nothing changed, and kept as people put them.

import { describe, expect, test } from "vitest";
import { type GridChart, withNewChart } from "../../local/grid/chart.ts";
import { act } from "../../local/grid/people/acts.ts";
import { cellAt, type Spreadsheet, tabNamed, withTab } from "../../local/grid/spreadsheet.ts";
import type { BodyLook } from "../../shared/table/body-look.ts";
import type { Change, ReplaceBody } from "../../shared/table/change.ts";
import type { Chart } from "../../shared/table/chart.ts";
import { CHARTS_MARK } from "../../shared/table/dressing/kept-charts.ts";
import type { TabLayout } from "../../shared/table/layout.ts";
import { bookThroughApi } from "./api-store.ts";
import { bookInGoogle } from "./google-store.ts";

interface Store {
  readonly name: string;
  /** The spreadsheet after each batch; a new one unless one is given. */
  readonly write: (begun: Spreadsheet | undefined, ...batches: readonly Change[][]) => Promise<Spreadsheet>;
}

const addOn: Store = {
  name: "the add-on",
  write: async (begun, ...batches) => bookInGoogle(batches, begun).state(),
};
const command: Store = {
  name: "the command through the API",
  write: async (begun, ...batches) => (await bookThroughApi(batches, begun)).state,
};

const layout: TabLayout = {
  key: "figures",
  tab: "Figures",
  hidden: false,
  gridLines: "none",
  columns: ["label", "now", "won", "place"].map((key) => {
    return { key, header: key, widthCharacters: 12, format: "general" };
  }),
  preparedRows: 0,
};
const layOut: Change = { kind: "layOut", tab: "Figures", layout };
const chart: Chart = {
  key: "stages",
  kind: "bar",
  title: "Deals by stage",
  altText: "Lead 5, Offer 3",
  headRow: 1,
  lastRow: 3,
  labels: "label",
  series: [{ column: "now", name: "Now", colour: "#1a73e8" }],
  anchor: { row: 0, column: "place" },
  widthPixels: 480,
  heightPixels: 260,
};
const rows = [
  { label: "Stages" },
  { label: "Stage", now: "Now", won: "Won" },
  { label: "Lead", now: 5, won: 1 },
  { label: "Offer", now: 3, won: 0.5 },
];
const areas: BodyLook["areas"] = [
  { firstRow: 0, lastRow: 0, look: { weight: "bold", size: 14, colour: "#188038" } },
  { firstRow: 1, lastRow: 1, columns: ["label", "now", "won"], look: { background: "#f1f3f4" } },
  { firstRow: 2, lastRow: 3, columns: ["won"], look: { format: "0.0%", align: "right", wraps: true } },
];

function body(charts: readonly Chart[], rest: Partial<ReplaceBody> = {}): ReplaceBody {
  return { kind: "replaceBody", tab: "Figures", rows, look: { areas, charts }, ...rest };
}

const figures = (state: Spreadsheet) => {
  const tab = tabNamed(state, "Figures");
  if (tab === undefined) throw new Error("there is no tab Figures");
  return tab;
};
const chartsOf = (state: Spreadsheet): readonly GridChart[] => figures(state).charts;
function onlyChart(state: Spreadsheet): GridChart {
  const [first, ...more] = chartsOf(state);
  if (first === undefined || more.length > 0) throw new Error(`${chartsOf(state).length} charts`);
  return first;
}
const shown = ({ place, content }: GridChart) => ({ place, ...content, altText: undefined });
const down = (moved: Chart): Chart => ({ ...moved, headRow: 2, lastRow: 3 });

describe.each([addOn, command])("$name", ({ write }) => {
  test("a chart draws the cells under its heads, beside the cell that it is anchored to", async () => {
    const state = await write(undefined, [layOut, body([chart])]);
    const { id: tab } = figures(state);
    const cells = (column: number) => ({ tab, row: 3, column, rows: 3, columns: 1 });
    expect(onlyChart(state)).toMatchObject({
      place: { row: 2, column: 4, offsetX: 4, offsetY: 4, widthPixels: 480, heightPixels: 260 },
      content: {
        kind: "bar",
        title: "Deals by stage",
        headers: 1,
        legend: "none",
        labels: cells(1),
        series: [{ range: cells(2), colour: "#1a73e8" }],
      },
    });
  });

  test("rows look as their areas say, and what no area names is plain, whatever it was before", async () => {
    const state = await write(undefined, [layOut, body([])], [body([], { rows: rows.slice(0, 2) })]);
    const look = (row: number, column: number) => {
      const { value: _, ...rest } = cellAt(figures(state), row, column) ?? { value: null };
      return rest;
    };
    const title = { isBold: true, fontColour: "#188038", otherFormat: { textFormat: { fontSize: 14 } } };
    expect(look(2, 1)).toMatchObject(title);
    expect(look(3, 2)).toMatchObject({ background: "#f1f3f4" });
    expect(look(3, 4)).not.toHaveProperty("background");
    for (const row of [4, 5]) {
      expect(look(row, 3)).not.toHaveProperty("otherFormat");
      expect(look(row, 3)["numberFormat" as never] ?? "General").toBe("General");
    }
    expect(figures(state).otherProperties).toEqual({ hideGridlines: true });
  });

  test("figures are shown in their format", async () => {
    const state = await write(undefined, [layOut, body([])]);
    expect(cellAt(figures(state), 4, 3)).toMatchObject({
      value: 1,
      numberFormat: "0.0%",
      wrap: true,
      otherFormat: { horizontalAlignment: "RIGHT" },
    });
  });

  test("a chart that is wanted again as it is stays the very same", async () => {
    const before = await write(undefined, [layOut, body([chart])]);
    const after = await write(before, [body([chart])]);
    expect(chartsOf(after)).toEqual(chartsOf(before));
    const noted = ({ metadata }: Spreadsheet) => metadata.filter(({ key }) => key === CHARTS_MARK);
    expect(noted(after)).toEqual(noted(before));
  });

  test("a chart of other cells keeps its id and goes along with its anchor", async () => {
    const before = await write(undefined, [layOut, body([chart])]);
    const after = await write(before, [body([{ ...down(chart), anchor: { row: 1, column: "won" } }])]);
    expect(onlyChart(after).id).toBe(onlyChart(before).id);
    expect(onlyChart(after)).toMatchObject({ place: { row: 3, column: 3 }, content: { labels: { row: 4 } } });
  });

  test("a chart that a person moved and pulled larger stays as it was put, and draws the new figures", async () => {
    const before = await write(undefined, [layOut, body([chart])]);
    const place = { row: 20, column: 2, offsetX: 9, offsetY: 0, widthPixels: 900, heightPixels: 500 };
    const moved = act(before, { do: "placeChart", chart: onlyChart(before).id, place }).state;
    const after = await write(moved, [body([{ ...down(chart), anchor: { row: 1, column: "won" } }])]);
    expect(onlyChart(after)).toMatchObject({ place, content: { labels: { row: 4 } } });
  });

  test("a chart that a person deleted stays away until somebody asks for all of them", async () => {
    const before = await write(undefined, [layOut, body([chart])]);
    const gone = act(before, { do: "deleteChart", chart: onlyChart(before).id }).state;
    const after = await write(gone, [body([chart])], [body([down(chart)])], [body([chart])]);
    expect(chartsOf(after)).toEqual([]);
    expect(onlyChart(await write(after, [body([chart], { drawsAgain: true })])).content.title).toBe(
      "Deals by stage",
    );
  });

  test("a chart that is not wanted any more goes, and people's stay as they are", async () => {
    const before = await write(undefined, [layOut, body([chart])]);
    const theirs = withNewChart(before, figures(before).id, {
      place: onlyChart(before).place,
      content: { kind: "line", title: "Mine", headers: 0, series: [] },
    });
    const after = await write(theirs.state, [body([])]);
    expect(chartsOf(after)).toEqual([theirs.chart]);
  });

  test("charts of a copy with other ids are known by their titles", async () => {
    const before = await write(undefined, [layOut, body([chart])]);
    const tab = figures(before);
    const copy = withTab(before, { ...tab, charts: tab.charts.map((each) => ({ ...each, id: 4711 })) });
    expect(onlyChart(await write(copy, [body([down(chart)])])).id).toBe(4711);
  });

  test("rows without a look leave looks and charts as they are", async () => {
    const before = await write(undefined, [layOut, body([chart])]);
    const after = await write(before, [{ kind: "replaceBody", tab: "Figures", rows }]);
    expect(chartsOf(after)).toEqual(chartsOf(before));
    expect(cellAt(figures(after), 2, 1)).toEqual(cellAt(figures(before), 2, 1));
  });
});

test("what one of them drew is left alone, moved on and taken away by the other", async () => {
  const two = [
    chart,
    { ...chart, key: "won", title: "Won", series: [{ ...chart.series[0], column: "won" }] },
  ];
  const charts = two as readonly Chart[];
  for (const [first, second] of [
    [addOn, command],
    [command, addOn],
  ] as const) {
    const drawn = await first.write(undefined, [layOut, body(charts)]);
    expect(chartsOf(await second.write(drawn, [body(charts)]))).toEqual(chartsOf(drawn));
    const changed = await second.write(drawn, [body(charts.map(down))]);
    expect(chartsOf(changed).map(({ id }) => id)).toEqual(chartsOf(drawn).map(({ id }) => id));
    expect(chartsOf(await second.write(changed, [body([])]))).toEqual([]);
  }
});

test("both draw one and the same", async () => {
  const changes = [layOut, body([chart, { ...chart, key: "won", isStacked: true, kind: "column" }])];
  const [one, other] = [await addOn.write(undefined, changes), await command.write(undefined, changes)];
  const looks = (state: Spreadsheet) =>
    Array.from({ length: 6 }, (_, row) =>
      Array.from({ length: 4 }, (__, column) => {
        const { numberFormat = "General", ...cell } = cellAt(figures(state), row + 1, column + 1) ?? {
          value: null,
        };
        return { ...cell, numberFormat };
      }),
    );
  expect(looks(other)).toEqual(looks(one));
  const withoutTabs = (state: Spreadsheet) =>
    JSON.parse(JSON.stringify(chartsOf(state).map(shown)).replace(/"tab":\d+/g, '"tab":1'));
  expect(withoutTabs(other)).toEqual(withoutTabs(one));
});
