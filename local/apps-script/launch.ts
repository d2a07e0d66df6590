// A launch: everything that an execution starts from, as plain data. It names the function, as whom and in which mode
// it runs and what is handed to it; the world makes it, this thread or a worker runs it.

import type { Cell } from "../../shared/table/cell.ts";
import type { GridEvent, GridRange, SpreadsheetSummary } from "../grid/protocol.ts";

/** How much a running function may do (developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle). */
export type AuthorizationMode = "NONE" | "CUSTOM_FUNCTION" | "LIMITED" | "FULL";

export type ExecutionKind = "simple" | "installable" | "menu" | "page" | "custom function" | "editor";

/** The tab that a person looks at, and the cells that are marked in it. */
export interface Selection {
  readonly tab: number;
  readonly range?: GridRange;
}

/** What the function is called with. */
export type LaunchArguments =
  | { readonly kind: "none" }
  | { readonly kind: "opened" }
  | { readonly kind: "installed" }
  | { readonly kind: "grid event"; readonly event: GridEvent }
  | { readonly kind: "clock"; readonly zone: string }
  /** The arguments of a call from the page, as one JSON text. */
  | { readonly kind: "page"; readonly json: string }
  /** A range is rows of cells, everything else one cell. */
  | { readonly kind: "cells"; readonly cells: readonly CellArgument[] };

export type CellArgument = Cell | readonly (readonly Cell[])[];

/** A script as it was pushed. */
export interface ScriptSource {
  readonly id: string;
  readonly name: string;
  readonly kind: "add-on" | "bound";
  readonly code: string;
  /** The HTML files by their names. */
  readonly pages: Readonly<Record<string, string>>;
  readonly zone: string;
  readonly scopes: readonly string[];
}

export interface Launch {
  readonly id: number;
  readonly source: ScriptSource;
  readonly functionName: string;
  readonly kind: ExecutionKind;
  readonly mode: AuthorizationMode;
  readonly arguments: LaunchArguments;
  readonly effectiveUser: string;
  /** As `getActiveUser` tells it: "" where Google withholds it. */
  readonly activeUser: string;
  readonly userKey: string;
  readonly triggerId?: string;
  /** The container, as it was when the execution began. */
  readonly book?: SpreadsheetSummary;
  /** Only where somebody looks on: then the script may draw on the screen. */
  readonly selection?: Selection;
  readonly now: number;
  /** Of `Math.random` and `Utilities.getUuid`. */
  readonly seed: number;
}

/** How a script's part of an execution ended. */
export interface ScriptOutcome {
  readonly logs: readonly string[];
  /** Of a call from the page, as JSON; `undefined` where the function gave none. */
  readonly resultJson?: string;
  /** Of a custom function. */
  readonly cells?: readonly (readonly Cell[])[];
  readonly error?: ScriptError;
}

/** What was thrown out of the script, as its log shows it. */
export interface ScriptError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}
