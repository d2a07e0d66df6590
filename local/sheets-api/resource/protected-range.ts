// Protected ranges in the API's words. Every caller of this server may edit what is protected, as the owner may; who made
// the range is among its editors once it is there, and in the answer that makes it nobody is named.

import type { sheets_v4 } from "@googleapis/sheets";
import type { Protection } from "../../grid/protocol.ts";
import { rangeJson, sheetIdJson } from "./ranges.ts";

export function protectedRangeJson(protection: Protection): sheets_v4.Schema$ProtectedRange {
  const { id, range, tab, description, onlyWarns, editors } = protection;
  return {
    protectedRangeId: id,
    range: range === undefined ? sheetIdJson(tab) : rangeJson(range),
    ...(description === "" ? {} : { description }),
    ...(onlyWarns ? { warningOnly: true } : {}),
    requestingUserCanEdit: true,
    editors: editors === undefined || editors.length === 0 ? {} : { users: [...editors] },
  };
}
