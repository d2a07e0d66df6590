// Requests about the spreadsheet as a whole: its title, its locale, its zone. Other properties of it are Google's usual
// ones here and stay.

import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { maskWants } from "../field-mask.ts";
import { type BatchActs, fieldsOf, type RequestOf } from "./batch-act.ts";

export const spreadsheetActs: BatchActs = {
  updateSpreadsheetProperties: (state, request) => ({ state: withProperties(state, request) }),
};

const CHANGEABLE = ["title", "locale", "timeZone"];

function withProperties(state: Spreadsheet, request: RequestOf<"updateSpreadsheetProperties">): Spreadsheet {
  const fields = fieldsOf(request);
  const odd = fields === "all" ? undefined : Object.keys(fields).find((name) => !CHANGEABLE.includes(name));
  if (odd !== undefined) {
    throw invalidArgument(`the property "${odd}" of a spreadsheet cannot be changed on this server`);
  }
  const { title, locale, timeZone } = request.properties ?? {};
  const told = <Value>(name: string, value: Value | null | undefined): Value | undefined =>
    maskWants(fields, name) ? (value ?? undefined) : undefined;
  const zone = told("timeZone", timeZone);
  if (zone !== undefined) checkZone(zone);
  return {
    ...state,
    name: told("title", title) ?? state.name,
    locale: told("locale", locale) ?? state.locale,
    zone: zone ?? state.zone,
  };
}

/** @throws {ApiError} where nobody knows the zone */
export function checkZone(zone: string): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw invalidArgument(`Invalid time zone: ${zone}`);
  }
}
