// A table as text and page both draw it, and the sections that reports are made of. What stands in a report is
// decided once; how it is drawn, by text-lines.ts for a terminal and html-table.ts for a page.

export interface ReportColumn {
  readonly title: string;
  readonly align: "left" | "right";
  /** Whether people typed what stands in it; such a column gives way where a line is short. Absent: words of ours. */
  readonly isTyped?: true;
}

export interface ReportRow {
  /** As a person typed it: see `nameWords`. */
  readonly name: string;
  readonly cells: readonly string[];
}

export interface ReportTable {
  /** Above the names. */
  readonly nameTitle: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  /** Rows that were left out of a long list. */
  readonly more: number;
}

/** Sentences without full stops, then a table, under a title; a section without either is not shown. */
export interface ReportSection {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly table?: ReportTable;
  /** Whether a page gives it its whole width; else two stand beside each other. */
  readonly isWide?: true;
}

/**
 * A column of words that people typed, such as an owner.
 *
 * @example
 * typed("Owner") //=> { title: "Owner", align: "left", isTyped: true }
 */
export function typed(title: string): ReportColumn {
  return { title, align: "left", isTyped: true };
}

/**
 * A column of short words of ours.
 *
 * @example
 * worded("When") //=> { title: "When", align: "left" }
 */
export function worded(title: string): ReportColumn {
  return { title, align: "left" };
}

/**
 * A column of numbers.
 *
 * @example
 * counted("Open") //=> { title: "Open", align: "right" }
 */
export function counted(title: string): ReportColumn {
  return { title, align: "right" };
}

/**
 * The table of a list, of which at most `most` are shown and the others are counted.
 *
 * @example
 * const { rows, more } = tableOfList({ nameTitle: "Name", columns: [] }, { list: ["a", "b"], most: 1 },
 *   (name) => ({ name, cells: [] }));
 * [rows.length, more] //=> [1, 1]
 */
export function tableOfList<Item>(
  head: Pick<ReportTable, "nameTitle" | "columns">,
  { list, most }: { readonly list: readonly Item[]; readonly most: number },
  rowOf: (item: Item) => ReportRow,
): ReportTable {
  const shown = list.slice(0, most);
  return { ...head, rows: shown.map(rowOf), more: list.length - shown.length };
}

/**
 * Whether a section has anything to show.
 *
 * @example
 * isTold({ title: "Stuck", sentences: [] }) //=> false
 */
export function isTold({ sentences, table }: ReportSection): boolean {
  return sentences.length > 0 || (table !== undefined && table.rows.length > 0);
}
