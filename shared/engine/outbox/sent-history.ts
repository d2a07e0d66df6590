// A message that went to the other side is an e-mail of its record, as if somebody had logged it: it ends a wait, counts
// as a touch, and rules go by it. Only the tab says that it went; it is noted in the history at the next look, once,
// whatever was cut short before.

import { boardLayout } from "../../board/board-layout.ts";
import { lastDefinition } from "../../definition/definition-versions.ts";
import type { Definition } from "../../definition/pipeline.ts";
import type { Entry } from "../../log/entry.ts";
import { readLog } from "../../log/log-tab.ts";
import { replay } from "../../log/replay.ts";
import { textOf } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import { tableOf, viewOf } from "../../table/tab-view.ts";
import type { Tables } from "../../table/table.ts";
import { normalisedEmail } from "../../value/contact.ts";
import { momentInZone } from "../../value/moment.ts";
import { historyChanges } from "../history-changes.ts";
import { factEntry } from "../row/entry-making.ts";
import { RULES_ACT_AS } from "../rules/rule-act.ts";
import type { Run } from "../run.ts";
import { type OutboxRow, outboxChanges, outboxRows } from "./outbox-row.ts";

/**
 * The changes that note in the history what went out since; none where nothing did. A whole look has to follow.
 *
 * @example
 * sentHistory(fixtures.bookTables, fixtures.run) //=> []
 */
export function sentHistory(tables: Tables, run: Run): readonly Change[] {
  const sent = outboxRows(tables).filter(({ state, claim }) => state === "sent" && claim !== "");
  const definition = sent.length === 0 ? undefined : lastDefinition(tables);
  if (definition === undefined) return [];
  const { entries } = readLog(tables);
  const book = { tables, definition, entries, known: new Set(entries.map(({ id }) => id)) };
  const noted = sent.flatMap((row) => (isToContact(book, row) ? emailEntry(book, row, run) : []));
  return [
    ...historyChanges(tables, noted),
    ...sent.flatMap(({ id }) => outboxChanges(tables, id, { claim: "" })),
  ];
}

interface NotedBook {
  readonly tables: Tables;
  readonly definition: Definition;
  readonly entries: readonly Entry[];
  readonly known: ReadonlySet<string>;
}

// A record that was forgotten, or has no history, gets none by its mail.
function emailEntry({ entries, known }: NotedBook, row: OutboxRow, run: Run): readonly Entry[] {
  const { boardId: board, record } = row;
  const state = replay(entries.filter((each) => each.board === board && each.record === record)).get(record);
  if (state === undefined) return [];
  const entry = factEntry(
    { ...run, actor: RULES_ACT_AS, knownBy: "rule" },
    {
      kind: "email-out",
      subject: state,
      at: momentInZone(row.sentAt, run.zone) ?? run.now,
      note: row.subject,
      data: { message: row.id },
      occurrence: `outbox\n${row.id}`,
    },
  );
  return known.has(entry.id) ? [] : [entry];
}

// By what asked for it; where that does not say, by the address: that of the record.
function isToContact({ definition, entries, tables }: NotedBook, row: OutboxRow): boolean {
  if (row.record === "" || row.person !== "") return false;
  const board = definition.boards.find(({ id }) => id === row.boardId);
  const pipeline = definition.pipelines.find(({ id }) => id === board?.pipeline);
  const asked = entries.find(({ id }) => id === row.id)?.data["message"];
  const message = pipeline?.messages.find(({ id }) => id === asked);
  if (message !== undefined) return message.to.trim().toLowerCase() === "contact";
  if (board === undefined || pipeline === undefined) return false;
  const layout = boardLayout(definition, board);
  const table = tableOf(tables, layout);
  if (table === undefined) return false;
  const { rows } = viewOf(table, layout);
  const cells = rows.find((each) => textOf(each.cells["id"]) === row.record)?.cells;
  const addresses = pipeline.fields.flatMap(({ id, type }) =>
    type === "e-mail" ? [normalisedEmail(textOf(cells?.[id]))] : [],
  );
  return row.to.some((address) => addresses.includes(normalisedEmail(address) ?? address));
}
