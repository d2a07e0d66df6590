// What of the head tells that another run wrote since it was read.

import type { Head } from "../head.ts";
import { hostRow } from "../host-rows.ts";

/**
 * Words that are the same as long as nobody else wrote.
 *
 * @example
 * headWords(readHead(fixtures.bookTables)) === headWords(readHead([])) //=> true
 * headWords(readHead([])) === headWords({ ...readHead([]), entries: 1 }) //=> false
 */
export function headWords(head: Head): string {
  const { definition, entries, sum, open, columns, standing } = head;
  return JSON.stringify([definition, entries, sum, open, columns, standing, hostRow(head, "owner")]);
}
