// Our marks on tabs and columns as a Google spreadsheet keeps them: developer metadata, which follows its column when
// people move or rename it, and goes along when the file is copied. Of two columns with one mark, as after a column was
// duplicated, the leftmost has it.

/** What marks on columns and on tabs are kept under. */
export const COLUMN_MARK = "stageline_column";
export const TAB_MARK = "stageline_tab";

export interface TabMarks {
  /** The key of the layout that drew the tab. */
  readonly key?: string;
  /** Column key → column, from 0. */
  readonly columns: Readonly<Record<string, number>>;
}

export interface TabMark {
  /** What it is kept under. */
  readonly name: string;
  readonly value: string;
  /** From 0; absent for a mark on the tab as a whole. */
  readonly column?: number;
}

/**
 * The marks of a tab with one more of it; marks of others count for nothing.
 *
 * @example
 * withMark({ columns: { name: 2 } }, { name: COLUMN_MARK, value: "name", column: 1 }) //=> { columns: { name: 1 } }
 * withMark({ columns: {} }, { name: TAB_MARK, value: "log" }) //=> { key: "log", columns: {} }
 */
export function withMark<Marks extends TabMarks>(marks: Marks, { name, value, column }: TabMark): Marks {
  if (name === TAB_MARK) return column === undefined ? { ...marks, key: value } : marks;
  if (name !== COLUMN_MARK || column === undefined) return marks;
  const leftmost = Math.min(column, marks.columns[value] ?? column);
  return { ...marks, columns: { ...marks.columns, [value]: leftmost } };
}
