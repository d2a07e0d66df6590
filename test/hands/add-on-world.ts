// A spreadsheet with the add-on in it, as it is pushed, and two people who may edit: what every test that lets people
// work with the add-on begins with.

import { type Google, openGoogle } from "../../local/apps-script/google.ts";
import type { Person } from "../../local/apps-script/world/person.ts";
import type { Spreadsheet } from "../../local/grid/spreadsheet.ts";
import { builtScript } from "../apps-script/built-add-on.ts";

export interface AddOnWorld {
  readonly google: Google;
  /** Id of the spreadsheet. */
  readonly book: string;
  readonly ada: Person;
  readonly ben: Person;
  readonly state: () => Spreadsheet;
}

const ADA = "ada@example.com";
const BEN = "ben@example.com";

export interface WorldOptions {
  /** The same seed gives the spreadsheet the same id. */
  readonly seed?: number;
  readonly zone?: string;
  /** A spreadsheet that was made in such a world before; else an empty one. */
  readonly state?: Spreadsheet;
}

/** A spreadsheet in which Ada and Ben have the add-on, with nothing set up unless it is given. */
export function openAddOnWorld(options: WorldOptions = {}): AddOnWorld {
  const { seed = 1, zone = "Europe/Amsterdam", state } = options;
  const google = openGoogle({ seed });
  for (const email of [ADA, BEN]) google.addAccount(email);
  const known = state === undefined ? {} : { state };
  const book = google.addSpreadsheet({ name: "Pipelines", owner: ADA, editors: [BEN], zone, ...known });
  const script = google.addScript(builtScript());
  for (const email of [ADA, BEN]) google.install(script, email, { inSpreadsheet: book });
  const [ada, ben] = [google.person(ADA, book), google.person(BEN, book)];
  for (const person of [ada, ben]) person.open();
  return { google, book, ada, ben, state: () => google.spreadsheet(book).state };
}
