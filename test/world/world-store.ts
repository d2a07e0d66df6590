// The store of a command in a world: Google's, over the world's own API, with its time, waits and chance.

import type { OutsideClock } from "../../local/apps-script/scheduler/outside-desk.ts";
import type { Random } from "../../local/apps-script/seeded-random.ts";
import type { BookStore } from "../../sync/stores/book-store.ts";
import { googleStore } from "../../sync/stores/google-store.ts";

export interface WorldStoreWish {
  /** Address of the API. */
  readonly url: string;
  readonly book: string;
  readonly access: "read" | "write";
  readonly clock: OutsideClock;
  readonly random: Random;
  /** Random bits, others each time. */
  readonly seed: () => string;
}

export function openWorldStore({
  url,
  book,
  access,
  clock,
  random,
  seed,
}: WorldStoreWish): Promise<BookStore> {
  return googleStore({
    ...{ spreadsheetId: book, access, book: "there" },
    clock: { ...clock, random },
    source: { nowMs: clock.nowMs, wait: clock.wait, seed },
    environment: { STAGELINE_SHEETS_API: url },
  });
}
