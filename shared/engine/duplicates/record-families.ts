// Records that are tied on purpose: a deal that was made from a deal, an account and what a person called its double.
// They look alike, and nobody needs to be told.

import type { Entry } from "../../log/entry.ts";

/**
 * Record id → what stands for all records that it is tied with, directly or through others; those that are tied with none
 * are left out.
 *
 * @example
 * recordFamilies([{ ...fixtures.entry, kind: "linked", data: { with: "rbob" } }]).get("rada")
 *   === recordFamilies([{ ...fixtures.entry, kind: "linked", data: { with: "rbob" } }]).get("rbob") //=> true
 */
export function recordFamilies(entries: Iterable<Entry>): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const headOf = (record: string): string => {
    let head = record;
    for (let next = parents.get(head); next !== undefined && next !== head; next = parents.get(head))
      head = next;
    return head;
  };
  for (const { kind, record, data } of entries) {
    const other = data["with"] ?? "";
    if (kind !== "linked" || record === "" || other === "") continue;
    for (const each of [record, other]) if (!parents.has(each)) parents.set(each, each);
    parents.set(headOf(record), headOf(other));
  }
  return new Map([...parents.keys()].map((record) => [record, headOf(record)]));
}
