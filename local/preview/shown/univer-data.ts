// What a page is shown of a book, in the words of the grid that draws it (Univer, pinned): the part of its snapshot that
// this product fills in. Rows and columns count from 0 there, from 1 everywhere else.

import type { ShownChart } from "./shown-charts.ts";

export interface UniverColour {
  readonly rgb: string;
}

/** A look; what is absent is plain. */
export interface UniverStyle {
  readonly bg?: UniverColour | null;
  readonly cl?: UniverColour | null;
  /** 1 for bold. */
  readonly bl?: 0 | 1;
  /** 3 wraps. */
  readonly tb?: 1 | 3;
  /** 1 left, 2 in the middle, 3 right. */
  readonly ht?: 0 | 1 | 2 | 3;
  /** 1 top, 2 in the middle, 3 bottom. */
  readonly vt?: 0 | 1 | 2 | 3;
  /** In points. */
  readonly fs?: number;
  /** How far the text is from each edge, in pixels. */
  readonly pd?: { readonly t: number; readonly r: number; readonly b: number; readonly l: number };
  readonly n?: { readonly pattern: string } | null;
}

export const TEXT = 1;
export const NUMBER = 2;
export const YES_NO = 3;

export interface UniverCell {
  readonly v: string | number | null;
  /** A number is drawn as one only where its type says so. */
  readonly t: typeof TEXT | typeof NUMBER | typeof YES_NO | null;
  readonly s?: UniverStyle;
  readonly custom?: { readonly formula: string } | null;
}

/** Row → column → cell; `null` where nothing is left of one. */
export type UniverCells = Readonly<Record<number, Readonly<Record<number, UniverCell | null>>>>;

export interface UniverRange {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

export interface UniverLine {
  readonly w?: number;
  readonly h?: number;
  readonly hd?: 0 | 1;
}

export interface UniverRule {
  readonly uid: string;
  readonly type: "list" | "checkbox";
  readonly formula1?: string;
  readonly ranges: readonly UniverRange[];
  readonly allowBlank: true;
  readonly showDropDown: boolean;
  /** 0: the page itself refuses nothing, the book does. */
  readonly errorStyle: 0;
  readonly renderMode: 1;
}

export interface UniverColouring {
  readonly cfId: string;
  readonly ranges: readonly UniverRange[];
  readonly stopIfTrue: false;
  readonly rule: {
    readonly type: "highlightCell";
    readonly subType: "text" | "formula" | "number";
    readonly operator?: "equal" | "notEqual";
    readonly value: string | number;
    readonly style: UniverStyle;
  };
}

export interface UniverNote {
  readonly id: string;
  readonly row: number;
  readonly col: number;
  readonly width: number;
  readonly height: number;
  readonly note: string;
}

export type UniverNotes = Readonly<Record<number, Readonly<Record<number, UniverNote>>>>;

export interface UniverFilter {
  readonly ref: UniverRange;
  readonly filterColumns: readonly {
    readonly colId: number;
    readonly filters: { readonly filters: readonly string[]; readonly blank?: true };
  }[];
}

export interface UniverSheet {
  readonly id: string;
  readonly name: string;
  readonly tabColor: string;
  readonly hidden: 0 | 1;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly showGridlines: 0 | 1;
  readonly freeze: {
    readonly xSplit: number;
    readonly ySplit: number;
    readonly startRow: number;
    readonly startColumn: number;
  };
  readonly defaultColumnWidth: number;
  readonly defaultRowHeight: number;
  readonly defaultStyle: UniverStyle;
  readonly mergeData: readonly UniverRange[];
  readonly cellData: UniverCells;
  readonly rowData: Readonly<Record<number, UniverLine>>;
  readonly columnData: Readonly<Record<number, UniverLine>>;
}

/** What is drawn by the page itself, over the grid. */
export type ChartsOfTabs = Readonly<Record<string, readonly ShownChart[]>>;

export interface UniverBook {
  readonly id: string;
  readonly name: string;
  readonly appVersion: string;
  readonly locale: "enUS";
  readonly styles: Readonly<Record<string, never>>;
  readonly sheetOrder: readonly string[];
  readonly sheets: Readonly<Record<string, UniverSheet>>;
  readonly charts: ChartsOfTabs;
  readonly resources: readonly { readonly name: string; readonly data: string }[];
}
