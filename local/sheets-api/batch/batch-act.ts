// What every kind of request in a batch is: a pure act on a spreadsheet, with a reply where it has one to give. It works
// through the operations of the grid; what those refuse is refused here in the same words.

import type { sheets_v4 } from "@googleapis/sheets";
import type { Spreadsheet } from "../../grid/spreadsheet.ts";
import { invalidArgument } from "../api-error.ts";
import { type Mask, parseMask } from "../field-mask.ts";

export type BatchRequest = sheets_v4.Schema$Request;
export type BatchReply = sheets_v4.Schema$Response;
export type Kind = keyof BatchRequest;
export type RequestOf<Name extends Kind> = NonNullable<BatchRequest[Name]>;

export interface Acted {
  readonly state: Spreadsheet;
  /** Empty where a kind replies nothing. */
  readonly reply?: BatchReply;
}

/** @throws {ApiError | GridError} where the request cannot be done; then nothing of it is */
export type BatchAct<Name extends Kind> = (state: Spreadsheet, request: RequestOf<Name>) => Acted;

export type BatchActs = { readonly [Name in Kind]?: BatchAct<Name> };

/** The fields that a change is about. @throws {ApiError} where none is named */
export function fieldsOf({ fields }: { readonly fields?: string | null }): Mask {
  if (typeof fields !== "string" || fields.trim() === "") {
    throw invalidArgument("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  }
  return parseMask(fields);
}

/** @throws {ApiError} where the part is missing */
export function required<Part>(part: Part | null | undefined, name: string): Part {
  if (part === null || part === undefined) throw invalidArgument(`Must specify ${name}`);
  return part;
}
