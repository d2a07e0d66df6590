// How it is said that something which a tab had lost is as it was.

import type { ColumnLayout } from "../../table/layout.ts";

type Headed = Pick<ColumnLayout, "header">;

/**
 * What is done about lost dropdowns.
 *
 * @example
 * dropdownsAreBack([{ header: "Stage" }]) //=> 'the dropdown of "Stage" is back'
 */
export function dropdownsAreBack(columns: readonly Headed[]): string {
  return columns.length === 1
    ? `the dropdown of ${names(columns)} is back`
    : `the dropdowns of ${names(columns)} are back`;
}

/**
 * What is done about columns of the engine that somebody has shown.
 *
 * @example
 * columnsAreHidden([{ header: "ID" }, { header: "Memory" }]) //=> 'the columns "ID", "Memory" are hidden again'
 */
export function columnsAreHidden(columns: readonly Headed[]): string {
  return columns.length === 1
    ? `the column ${names(columns)} is hidden again`
    : `the columns ${names(columns)} are hidden again`;
}

function names(columns: readonly Headed[]): string {
  return columns.map(({ header }) => `"${header}"`).join(", ");
}
