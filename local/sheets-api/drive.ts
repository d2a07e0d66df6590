// The files that the API finds: whose they are, and the spreadsheet in each as it stands. Two places keep them: the
// memory of this server, and the small Google in which people and scripts work on the very same spreadsheets.

import type { Spreadsheet } from "../grid/spreadsheet.ts";
import type { ApiCall } from "./server/api-call.ts";

export interface ApiFile {
  readonly id: string;
  readonly createdMs: number;
  readonly modifiedMs: () => number;
  readonly state: () => Spreadsheet;
  /** Puts the spreadsheet into its place and hands it back with its formulas called; the call is what changed it. */
  readonly write: (next: Spreadsheet, call: ApiCall) => Spreadsheet;
  readonly mayRead: (who: string) => boolean;
  readonly mayWrite: (who: string) => boolean;
}

export interface NewFile {
  readonly title: string;
  readonly locale?: string;
  readonly zone?: string;
  /** Who owns it: an e-mail, or `OWNER`. */
  readonly by: string;
}

/** What Drive calls the only kind of file that is kept here. */
export const SPREADSHEET_TYPE = "application/vnd.google-apps.spreadsheet";

/** The caller who names nobody: may do everything that the owner of a file may. */
export const OWNER = "x";

export interface Drive {
  readonly find: (id: string) => ApiFile | undefined;
  readonly create: (plan: NewFile) => ApiFile;
  readonly copy: (file: ApiFile, plan: { readonly title?: string; readonly by: string }) => ApiFile;
  readonly remove: (id: string) => void;
  /** The last changed first. */
  readonly list: () => readonly ApiFile[];
}
