// What is known of the charts that we drew on a tab: under which id a spreadsheet keeps each, what was drawn and where it
// was put. It is one mark on the tab, which the add-on and the command both read. A chart bears no name that a script
// could set, and people may change its title: only the id tells ours from theirs. A copy of a file may give charts other
// ids, and a run that is cut short does not learn them: then the title tells.

/** What the mark is kept under. */
export const CHARTS_MARK = "stageline_charts";

export interface KeptChart {
  readonly key: string;
  /** The spreadsheet's; 0 while it is not known. */
  readonly id: number;
  /** Tells what was drawn from whatever else might be. */
  readonly print: string;
  /** Where it was put: the row from 1, the column from 0. */
  readonly row: number;
  readonly column: number;
}

/**
 * The value of the mark.
 *
 * @example
 * chartsMark([{ key: "stages", id: 71, print: "h1", row: 3, column: 5 }]) //=> "stages 71 h1 3 5"
 */
export function chartsMark(charts: readonly KeptChart[]): string {
  return charts.map(({ key, id, print, row, column }) => [key, id, print, row, column].join(" ")).join("\n");
}

/**
 * What a mark says; of one that somebody changed, what can be read.
 *
 * @example
 * chartsInMark("stages 71 h1 3 5\nnonsense") //=> [{ key: "stages", id: 71, print: "h1", row: 3, column: 5 }]
 */
export function chartsInMark(value: string): readonly KeptChart[] {
  return value.split("\n").flatMap((line) => {
    const [key = "", id, print, row, column] = line.split(" ");
    const numbers = [id, row, column].map(Number);
    if (print === undefined || !numbers.every(Number.isInteger)) return [];
    const [ownId = 0, ownRow = 1, ownColumn = 0] = numbers;
    return [{ key, id: ownId, print, row: ownRow, column: ownColumn }];
  });
}
