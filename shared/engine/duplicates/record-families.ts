// Records that are tied on purpose: a deal that was made from a deal, a record that names another. They look alike, and
// nobody needs to be told. Two that name the same third one are strangers all the same.

import type { Entry } from "../../log/entry.ts";

/**
 * Whether two records are tied, by their ids: one was made from the other, both come of one, or one names the other.
 *
 * @example
 * recordFamilies([{ ...fixtures.entry, kind: "linked", data: { with: "rbob" } }])("rbob", "rada") //=> true
 * recordFamilies([])("rbob", "rada") //=> false
 */
export function recordFamilies(entries: Iterable<Entry>): (one: string, other: string) => boolean {
  const parents = new Map<string, string>();
  const named = new Set<string>();
  const headOf = (record: string): string => {
    let head = record;
    for (let next = parents.get(head); next !== undefined && next !== head; next = parents.get(head))
      head = next;
    return head;
  };
  for (const { kind, record, data } of entries) {
    const { with: other = "", field, way } = data;
    if (kind !== "linked" || record === "" || other === "") continue;
    named.add(`${record}\n${other}`);
    // A field names whatever a person wrote; what was made from what says so.
    if (field !== undefined && way === undefined) continue;
    for (const each of [record, other]) if (!parents.has(each)) parents.set(each, each);
    parents.set(headOf(record), headOf(other));
  }
  return (one, other) => {
    if (named.has(`${one}\n${other}`) || named.has(`${other}\n${one}`)) return true;
    return parents.has(one) && parents.has(other) && headOf(one) === headOf(other);
  };
}
