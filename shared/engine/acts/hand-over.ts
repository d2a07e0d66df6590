// A record handed to a colleague with a word along: the note stays with the hand-over in the history, where whoever takes
// it up finds it. Picked in the Log column there is no room for it, since the new owner's name stands in Log note.

import { textOf } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { factEntry } from "../row/entry-making.ts";
import type { Run } from "../run.ts";
import type { ActedRecord, NotedAct } from "./next-step-done.ts";

/**
 * The hand-over, and its new owner. `form` makes a second click the same.
 *
 * @example
 * const record = { name: "Ada", cells: { owner: "Bob" }, state: fixtures.standing.state };
 * handedOver(fixtures.run, record, { to: "Cleo", note: "likes tea", form: "form 1" }).cells //=> { owner: "Cleo" }
 */
export function handedOver(
  run: Run,
  { name, cells, state }: ActedRecord,
  given: { readonly to: string; readonly note: string; readonly form: string },
): NotedAct {
  const [to, from] = [given.to.trim(), textOf(cells["owner"])];
  const subject = { ...state, name };
  const data = { from, to };
  const fact = { kind: "hand-over", subject, note: given.note, data } as const;
  const done = {
    entry: factEntry(run, { ...fact, occurrence: `form\n${given.form}` }),
    cells: { owner: to },
  };
  if (to === "") return { ...done, fault: "nobody is named: choose who gets it" };
  if (to === from) return { ...done, fault: `${quoted(name)} is with ${quoted(to)} already` };
  return done;
}
