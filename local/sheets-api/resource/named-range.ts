// Named ranges in the API's words. One that was named by a person or in a file has no id of its own: it goes by its name.

import type { sheets_v4 } from "@googleapis/sheets";
import type { NamedRange } from "../../grid/protocol.ts";
import { rangeJson } from "./ranges.ts";

/** `undefined` of a name whose cells were deleted. */
export function namedRangeJson(named: NamedRange): sheets_v4.Schema$NamedRange | undefined {
  if (named.range === undefined) return undefined;
  return { namedRangeId: idOfNamedRange(named), name: named.name, range: rangeJson(named.range) };
}

export function idOfNamedRange({ id, name }: NamedRange): string {
  return id ?? name;
}
