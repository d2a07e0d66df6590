// The charts of a Sheet, and the class EmbeddedChart. A chart that a script made has no id before it asks for the charts
// of the sheet. What Google gives of the options of a chart that a person made in the editor is no promise; here they are
// its title and nothing else. [developers.google.com/apps-script/reference/spreadsheet/embedded-chart]

import type { ChartContent, ChartPlace, GridChart } from "../../../grid/chart.ts";
import { standIn } from "../stand-in.ts";
import { type BuiltChart, newChartBuilder } from "./chart-builder.ts";
import type { Workbook } from "./workbook.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;

interface Standing {
  /** Absent for one that is in no sheet yet. */
  readonly id?: number;
  readonly place: ChartPlace;
  readonly content: ChartContent;
}

const standing = new WeakMap<object, Standing>();

export function sheetCharts(workbook: Workbook, tab: number): Partial<Sheet> {
  const { execution } = workbook;
  const known = (chart: object): Standing =>
    standing.get(chart) ?? execution.fail("The parameters don't match the method signature");
  const idOf = ({ id }: Standing): number =>
    id ?? execution.fail("There is no such chart in the spreadsheet");
  const built = ({ place, content }: Standing): BuiltChart =>
    content.kind === "other"
      ? execution.fail("changing a chart of an unusual kind: not imitated")
      : { place, content };
  return {
    newChart: () => newChartBuilder(workbook, (made) => chartObject(workbook, made)),
    insertChart: (chart) => execution.write({ do: "insertChart", tab, ...built(known(chart)) }),
    updateChart: (chart) => {
      const given = known(chart);
      execution.write({ do: "updateChart", id: idOf(given), ...built(given) });
    },
    removeChart: (chart) => execution.write({ do: "removeChart", id: idOf(known(chart)) }),
    getCharts: () => {
      const charts = execution.read<"charts">({ ask: "charts", tab });
      return execution.realm.list(charts.map((chart: GridChart) => chartObject(workbook, chart)));
    },
  };
}

function chartObject(workbook: Workbook, chart: Standing): Chart {
  const { execution } = workbook;
  const { id, place, content } = chart;
  const object = standIn<Chart>({
    getChartId: () => id ?? null,
    getContainerInfo: () =>
      standIn<GoogleAppsScript.Spreadsheet.ContainerInfo>({
        getAnchorRow: () => place.row,
        getAnchorColumn: () => place.column,
        getOffsetX: () => place.offsetX,
        getOffsetY: () => place.offsetY,
      }),
    getOptions: () =>
      standIn<GoogleAppsScript.Charts.ChartOptions>({
        get: (option): unknown => (option === "title" ? content.title : null),
      }),
    modify: () => {
      if (content.kind === "other")
        return execution.fail("changing a chart of an unusual kind: not imitated");
      const again = (made: BuiltChart) =>
        chartObject(workbook, { ...made, ...(id === undefined ? {} : { id }) });
      return newChartBuilder(workbook, again, { place, content });
    },
  });
  standing.set(object, chart);
  return object;
}
