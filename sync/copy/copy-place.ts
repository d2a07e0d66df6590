// What the two addresses of a copy mean: a file, a spreadsheet of Google's, or one that is to be made.

import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Connection, ConnectionWish } from "../google/connection.ts";
import { spreadsheetIdIn } from "../google/spreadsheet-address.ts";

export type CopyPlace =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "google"; readonly id: string }
  | { readonly kind: "new"; readonly title: string };

/** Opens the line to a spreadsheet. */
export type Connect = (wish: ConnectionWish) => Promise<Connection>;

const NEW = /^new:\s*(.*)$/is;

/** @throws {StagelineError} `usage`, when it is no address of a book */
export function copySource(address: string): Exclude<CopyPlace, { kind: "new" }> {
  const place = copyTarget(address);
  if (place.kind !== "new") return place;
  throw new StagelineError(
    "usage",
    `"${address}" is to be made: it can only stand second, as what is copied to`,
  );
}

/** @throws {StagelineError} `usage`, when it is no address of a book */
export function copyTarget(address: string): CopyPlace {
  const title = NEW.exec(address.trim())?.[1]?.trim();
  if (title !== undefined) {
    if (title !== "") return { kind: "new", title };
    throw new StagelineError("usage", 'give the new spreadsheet a name, such as "new:Sales"');
  }
  const id = spreadsheetIdIn(address);
  if (id !== undefined) return { kind: "google", id };
  if (/\.xlsx$/i.test(address)) return { kind: "file", path: address };
  throw new StagelineError(
    "usage",
    `"${address}" is not a book: give the path of an .xlsx file, the address of a Google Sheet, or "new:" and a name`,
  );
}
