// What the thread that writes the book is told, and what it tells.

import type { FileStamp } from "../../book/book.ts";

export interface SavingSetting {
  /** The file that the spreadsheet was read from. */
  readonly from: string;
  /** The file that is written; the same one, where it holds nothing that would be lost. */
  readonly to: string;
  readonly name: string;
  readonly zone: string;
  /** Of the file that is written, as it was read; absent where there is none yet. */
  readonly stamp?: Omit<FileStamp, "package">;
}

export type SavingTold = { readonly kind: "saved" } | { readonly kind: "refused"; readonly why: string };
