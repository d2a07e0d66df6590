// A book in a Google spreadsheet, over Google's API.

import { followedZone } from "../../shared/engine/setup/followed-zone.ts";
import { applyChanges } from "../../shared/table/apply-changes.ts";
import type { Table } from "../../shared/table/table.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Environment } from "../google/api-address.ts";
import { type Clock, systemClock } from "../google/clock.ts";
import { type Connection, openConnection } from "../google/connection.ts";
import { readShape } from "../google/reading/book-shape.ts";
import { readBook } from "../google/reading/read-book.ts";
import { sureBook } from "../google/reading/sure-book.ts";
import { changeGoogleBook } from "../google/writing/change-book.ts";
import { showProgress } from "../progress.ts";
import { type RunSource, systemSource } from "../run-source.ts";
import type { BookStore, BookWish } from "./book-store.ts";

export interface SpreadsheetPlace {
  readonly spreadsheetId: string;
  readonly access: "read" | "write";
  readonly book: BookWish;
  /** @default the clock of this machine */
  readonly clock?: Clock;
  /** @default the time of the clock, and the chance of this machine */
  readonly source?: RunSource;
  /** @default that of this process */
  readonly environment?: Environment;
}

/**
 * The store of a spreadsheet.
 *
 * @throws {StagelineError} `access`, when nothing says as whom to come; `guard`, when there is something where a new
 *   book is wished for
 */
export async function googleStore(place: SpreadsheetPlace): Promise<BookStore> {
  const { spreadsheetId, access, clock = systemClock, environment } = place;
  const source = place.source ?? {
    nowMs: () => clock.nowMs(),
    wait: (milliseconds) => clock.wait(milliseconds),
    seed: systemSource.seed,
  };
  const connection = await openConnection({
    spreadsheetId,
    access,
    clock,
    ...(environment === undefined ? {} : { environment }),
  });
  if (place.book === "new") await refuseFilled(connection);
  return {
    name: spreadsheetId,
    host: "Google",
    source,
    readTables: async () => {
      showProgress("Reading the spreadsheet");
      const { tables, shape } = await sureBook(connection, await readBook(connection));
      const zone = followedZone(tables, shape.zone);
      return zone.length === 0 ? tables : applyChanges(tables, zone);
    },
    change: (plan, options = {}) => changeGoogleBook({ connection, clock, seed: source.seed }, plan, options),
  };
}

async function refuseFilled(connection: Connection): Promise<void> {
  const { tabs } = await readShape(connection);
  const { shape, tables } = await readBook(connection, { whole: tabs.map(({ name }) => name) });
  const isEmpty = ({ key, header, rows }: Table) => key === undefined && header.length + rows.length === 0;
  if (tables.every(isEmpty)) return;
  throw new StagelineError("guard", `"${shape.title}" is in use already; a demo book is always a new one`);
}
