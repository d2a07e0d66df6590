// What must hold of a history whatever happened while it was written: each record has one unbroken path, no entry stands
// twice, and no row was changed by other hands. Each rule gives the sentences of what breaks it; none is the aim.

import { type Entry, isPathEntry } from "../../shared/log/entry.ts";
import { alteredRows, readLog } from "../../shared/log/log-tab.ts";
import { replay } from "../../shared/log/replay.ts";
import type { Tables } from "../../shared/table/table.ts";

/** What is wrong with the history of a book. */
export function historyFaults(tables: Tables): readonly string[] {
  const { entries, problems } = readLog(tables);
  const records = new Map<string, Entry[]>();
  for (const entry of entries) records.set(entry.record, [...(records.get(entry.record) ?? []), entry]);
  records.delete("");
  return [
    ...[...problems, ...alteredRows(tables)].map(({ cell, message }) => `Activity!${cell}: ${message}`),
    ...twice(entries.map(({ id }) => id)).map((id) => `the entry ${id} stands twice`),
    ...[...records].flatMap(([record, own]) => pathFaults(record, own)),
  ];
}

// In the order in which they were written: a record takes one step after the other.
function pathFaults(record: string, entries: readonly Entry[]): readonly string[] {
  const path = entries.filter(({ kind }) => isPathEntry(kind));
  const counts = path.map(({ n }) => n);
  const isCounted = counts.every((n, index) => n === index + 1);
  const broken = entries.flatMap((entry, index): readonly string[] => {
    if (entry.kind !== "moved") return [];
    const before = replay(entries.slice(0, index)).get(record)?.now.stage;
    return before === entry.from ? [] : [`${record} moved from ${entry.from} while it was in ${before}`];
  });
  const isBegun = path.length === 0 || path[0]?.kind !== "moved";
  return [
    ...(isCounted ? [] : [`the path of ${record} is counted ${counts.join(", ")}`]),
    ...(isBegun ? [] : [`the path of ${record} begins with a move`]),
    ...broken,
  ];
}

/** The items that are there more than once. */
export function twice(items: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const isKnown = seen.has(item);
    seen.add(item);
    return isKnown;
  });
}
