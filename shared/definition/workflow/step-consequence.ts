// The words of "Then": what happens when a step has waited long enough. It moves the record to a step (or to
// "cancelled"), reminds a department, or makes the invoice void; several are parted by ";".

import { nameKey } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { splitOutsideQuotes, unquotedName } from "../cell-words.ts";
import type { Step } from "./step.ts";
import type { Consequence } from "./way.ts";

/**
 * What a cell of "Then" says, and what cannot be understood in it.
 *
 * @example
 * consequencesFromText("cancelled", { steps: [], departments: [] }).consequences //=> [{ kind: "cancel" }]
 */
export function consequencesFromText(
  text: string,
  known: { readonly steps: readonly Step[]; readonly departments: readonly string[] },
): { readonly consequences: readonly Consequence[]; readonly faults: readonly string[] } {
  const consequences: Consequence[] = [];
  const faults: string[] = [];
  for (const part of splitOutsideQuotes(text, /^;/).filter((each) => each !== "")) {
    const read = consequenceOf(part, known);
    if (typeof read === "string") faults.push(read);
    else consequences.push(read);
  }
  const moves = consequences.filter(({ kind }) => kind === "move" || kind === "cancel");
  if (moves.length > 1) faults.push(`${quoted(text)} moves to two places; keep one of them`);
  return { consequences, faults };
}

/**
 * Whether the word stands for an end that no row describes.
 *
 * @example
 * isCancelledWord("Canceled") //=> true
 */
export function isCancelledWord(word: string): boolean {
  return /^cancell?ed$/.test(nameKey(word));
}

function consequenceOf(
  part: string,
  known: { readonly steps: readonly Step[]; readonly departments: readonly string[] },
): Consequence | string {
  const name = unquotedName(part);
  const to = known.steps.find((step) => nameKey(step.name) === nameKey(name));
  if (to !== undefined) return { kind: "move", to };
  if (isCancelledWord(name)) return { kind: "cancel" };
  if (nameKey(name) === "void the invoice") return { kind: "void" };
  const who = /^remind\s+(.+)$/i.exec(part)?.[1];
  if (who === undefined) {
    return `${quoted(part)} is no step; write the name of one, "cancelled", "remind <department>" or "void the invoice"`;
  }
  const role = unquotedName(who);
  const department = [...known.departments, "owner"].find((each) => nameKey(each) === nameKey(role));
  if (department !== undefined) return { kind: "remind", role: department };
  return `${quoted(role)} does none of the steps; the departments are ${known.departments.join(", ")}`;
}
