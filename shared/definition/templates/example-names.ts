// What the examples of a new board are called, by what its records are called: a client has another name than a show.

import { nameKey } from "../../table/cell.ts";

const NAMES: Readonly<Record<string, readonly string[]>> = {
  deal: ["Ann Lee", "Bob Ray", "Cleo Ott"],
  account: ["Harbour Hotel", "Ott Bakery", "Lee & Co"],
  installation: ["12 Mill Lane", "3 Hill Road", "40 Station Street"],
  client: ["Ann Lee", "Bob Ray", "Cleo Ott"],
  show: ["The Larks", "Bob Ray Trio", "Cleo Ott"],
  gig: ["Autumn conference", "Teachers' day", "Harbour summit"],
  job: ["Ann and Bob", "Ott Bakery", "Harbour Hotel"],
  order: ["Ann Lee", "Bob Ray", "Cleo Ott"],
};

const PLAIN = ["First of three", "Second of three", "Third of three"];

/**
 * Three names for records that are called so.
 *
 * @example
 * exampleNames("client") //=> ["Ann Lee", "Bob Ray", "Cleo Ott"]
 */
export function exampleNames(noun: string): readonly string[] {
  return NAMES[nameKey(noun)] ?? PLAIN;
}
