// Which board the tab of an edit is, by which definition, and which of its columns matter: from the cache, or from the
// tabs themselves, and then the cache is told. A tab that bears the mark of a board and not its name was renamed, or is a
// copy: only a whole look can tell the two apart.

import { definitionFrom, lastDefinition } from "../../shared/definition/definition-versions.ts";
import type { Board, Definition } from "../../shared/definition/pipeline.ts";
import { setupTabs } from "../../shared/definition/setup/write-setup.ts";
import type { Head } from "../../shared/engine/head.ts";
import { heldTab } from "../../shared/engine/held/held-tab.ts";
import { outboxTab } from "../../shared/engine/outbox/outbox-tab.ts";
import { knownColumns } from "../../shared/engine/quick/known-columns.ts";
import { watchedColumns } from "../../shared/engine/quick/watched-columns.ts";
import { invoicesTab } from "../../shared/invoices/invoices-tab.ts";
import { paymentsTab } from "../../shared/invoices/payments-tab.ts";
import { tabMarkOf } from "../book/marks.ts";
import type { Sheet, Spreadsheet } from "../spreadsheet-app.ts";
import { type KeptLook, keepLook } from "./kept-look.ts";
import { readDefinitionTab } from "./quick-reading.ts";

export interface BoardInForce {
  readonly board: Board;
  readonly definition: Definition;
  /** The columns that matter, from 0; absent where the head does not know where they are. */
  readonly columns?: readonly number[];
  /** Whether the cache had the definition. */
  readonly isKept: boolean;
}

export type TabInForce =
  | { readonly kind: "board"; readonly found: BoardInForce }
  | { readonly kind: "set-up" }
  | { readonly kind: "none" };

const SET_UP: ReadonlySet<string> = new Set(
  [...setupTabs, heldTab, outboxTab, invoicesTab, paymentsTab].map(({ key }) => key),
);

/** What the tab is; `undefined` where only a whole look can say. */
export function tabInForce(
  tab: { readonly spreadsheet: Spreadsheet; readonly sheet: Sheet; readonly kept: KeptLook | undefined },
  head: Head,
): TabInForce | undefined {
  const { spreadsheet, sheet, kept } = tab;
  if (kept !== undefined && kept.kind !== "board") return { kind: kept.kind };
  const cached = kept?.hash === head.definition ? definitionFrom(kept?.definition ?? "") : undefined;
  if (cached !== undefined && kept !== undefined) {
    return {
      kind: "board",
      found: { board: kept.board, definition: cached, columns: kept.columns, isKept: true },
    };
  }
  const rows = readDefinitionTab(spreadsheet, head);
  const definition = rows === undefined ? undefined : lastDefinition([rows.table]);
  if (definition === undefined) return undefined;
  const board = boardOf(definition, sheet, kept?.board);
  if (board === undefined) return otherTab(sheet);
  return { kind: "board", found: toldBoard(sheet, { board, definition }, head) };
}

/** Tells the cache of a board. */
export function toldBoard(
  sheet: Sheet,
  { board, definition }: Pick<BoardInForce, "board" | "definition">,
  head: Head,
): BoardInForce {
  const at = knownColumns(head, board.id)?.at;
  if (at === undefined) return { board, definition, isKept: false };
  const columns = watchedColumns(definition, board).flatMap((key) => at[key] ?? []);
  const kept = { board, columns, hash: head.definition, definition: JSON.stringify(definition) };
  keepLook(sheet.getSheetId(), { kind: "board", ...kept });
  return { board, definition, columns, isKept: false };
}

function boardOf({ boards }: Definition, sheet: Sheet, kept: Board | undefined): Board | undefined {
  return kept === undefined
    ? boards.find(({ tab }) => tab === sheet.getName())
    : boards.find(({ id }) => id === kept.id);
}

function otherTab(sheet: Sheet): TabInForce | undefined {
  const key = tabMarkOf(sheet);
  if (key?.startsWith("board_") === true) return undefined;
  const kind = key !== undefined && SET_UP.has(key) ? "set-up" : "none";
  keepLook(sheet.getSheetId(), { kind });
  return { kind };
}
