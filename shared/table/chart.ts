// A chart is data like a layout: which cells it draws, what it says and where it stands. Its figures always stand in cells
// of the same tab, so that nothing is shown that cannot be read. It comes with the rows that it draws (`replaceBody`).
// Rows are numbered as those rows are, from 0: row 0 is the first below the header of the tab, row 2 of the sheet.
// Columns are named by their keys, so that a column that people moved is drawn where it is now.

/** "bar" lies, with the first row on top; "column" stands; "line" joins points. */
export type ChartKind = "bar" | "column" | "line";

/** One column of figures. */
export interface ChartSeries {
  /** Key of the column. */
  readonly column: string;
  /** What the legend calls it: the text in the head row of that column. */
  readonly name: string;
  /** "#rrggbb". */
  readonly colour: string;
}

export interface Chart {
  /** Stable: a chart with this key takes the place of the one that had it. Letters, digits and "_" only. */
  readonly key: string;
  readonly kind: ChartKind;
  /** Whether the series lie on each other. */
  readonly isStacked?: true;
  readonly title: string;
  /** For people who do not see the chart: what it shows, with its figures in words. */
  readonly altText: string;
  /** The row with the names of the columns; the figures stand from the row below it to `lastRow`, that one too. */
  readonly headRow: number;
  readonly lastRow: number;
  /** Key of the column that names each point. */
  readonly labels: string;
  /** At least one. */
  readonly series: readonly ChartSeries[];
  /** Its upper left corner is that of this cell, with a few pixels between. */
  readonly anchor: { readonly row: number; readonly column: string };
  readonly widthPixels: number;
  readonly heightPixels: number;
}
