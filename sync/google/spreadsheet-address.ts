// What people give to say which spreadsheet they mean: the address in the browser, or the id out of it. Whatever else
// they give may be a path of a file; but an address that leads elsewhere is said to do so, since nothing would be found.

import { StagelineError } from "../../shared/value/stageline-error.ts";

/** Ids of today have 44 characters; none was ever shorter than this. */
const ID = /^[A-Za-z0-9_-]{25,}$/;
const ANY_ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/|^(docs|sheets|drive)\.google\.com\//i;
// Between the two may stand an account ("u/0") or the domain of an organisation ("a/example.org").
const SPREADSHEET =
  /^(?:https?:\/\/)?docs\.google\.com\/(?:a\/[^/]+\/)?spreadsheets\/(?:u\/\d+\/)?d\/([A-Za-z0-9_-]+)/i;
const PUBLISHED = /\/spreadsheets\/(?:u\/\d+\/)?d\/e\//i;

/**
 * The id of the spreadsheet that is meant; `undefined` for what is neither an address nor an id, such as a path.
 *
 * @throws {StagelineError} `usage`, when it is an address of something else
 */
export function spreadsheetIdIn(address: string): string | undefined {
  const text = address.trim();
  if (ID.test(text)) return text;
  if (!ANY_ADDRESS.test(text)) return undefined;
  if (PUBLISHED.test(text)) {
    throw new StagelineError(
      "usage",
      `"${text}" is a page that was published from a spreadsheet; give the address of the spreadsheet itself`,
    );
  }
  const [, id] = SPREADSHEET.exec(text) ?? [];
  if (id !== undefined && ID.test(id)) return id;
  throw new StagelineError(
    "usage",
    `"${text}" is not the address of a Google Sheet, such as https://docs.google.com/spreadsheets/d/…/edit`,
  );
}

/** The address at which people open the spreadsheet. */
export function spreadsheetAddress(id: string): string {
  return `https://docs.google.com/spreadsheets/d/${id}/edit`;
}
