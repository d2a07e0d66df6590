// Where the tabs of a plan are, or will be: Google's id of each and its size. The ids of new tabs are chosen here, so that
// the requests of one batch can name a tab that the same batch makes.
//
// How a plan is drawn: `dressingQuestion` says what to ask (nothing, where no tab that is there is laid out or taken off)
// → `spreadsheets.get` → `seenSheets` → `draftedBook` with `wholeHeaderIn` → `plannedSteps` → `sheetPlaces` →
// `layoutRequests`, before all cells → `takeOffRequests` of each step "takeOff". Rows below the grid come of
// `roomRequests`; the replies to the batch go to `putBackColours`. What `check --fix` finds lost comes of `lostQuestion`
// and `lostInSheets`.

import { drawnTab } from "../../../shared/engine/dressing/drawn-layout.ts";
import type { TabSize } from "../../../shared/table/dressing/tab-size.ts";
import type { DraftedLayout } from "../../../shared/table/planning/drafted-layout.ts";
import type { ReadTab, TabDraft } from "../../../shared/table/planning/tab-draft.ts";
import { hashOf } from "../../../shared/value/hash.ts";
import { StagelineError } from "../../../shared/value/stageline-error.ts";
import type { TabShape } from "../reading/book-shape.ts";

/** A tab of a Google spreadsheet as it was read. */
export interface SheetTab extends ReadTab {
  readonly shape: Pick<TabShape, "charts" | "id" | "rows" | "width">;
}

export type SheetDraft = TabDraft<SheetTab>;

/** The size is the one after the layouts of the plan. */
export interface SheetPlace extends TabSize {
  readonly sheetId: number;
  readonly isNew: boolean;
}

export interface SheetPlaces {
  /** @throws {StagelineError} `guard`, for a tab that neither is there nor is laid out by the plan */
  readonly of: (draft: SheetDraft) => SheetPlace;
}

/** Google's ids of tabs are 31 bits. */
const MOST_ID = 2 ** 31;

/** The places of a plan's tabs; `seed` makes the ids of new ones, `tabs` are all that the spreadsheet has. */
export function sheetPlaces(
  layouts: readonly DraftedLayout<SheetTab>[],
  { seed, tabs }: { readonly seed: string; readonly tabs: readonly SheetTab[] },
): SheetPlaces {
  const taken = new Set(tabs.map(({ shape }) => shape.id));
  const places = new Map<SheetDraft, SheetPlace>();
  for (const { draft, layout } of layouts) {
    if (places.has(draft)) continue;
    if (draft.open !== undefined) places.set(draft, standing(draft.open, draft.width));
    else {
      const sheetId = freeId(seed, draft.name, taken);
      const { rows, columns } = drawnTab(layout, draft.width);
      places.set(draft, { sheetId, rows, columns, isNew: true });
    }
  }
  return {
    of: (draft) => {
      const place = places.get(draft);
      if (place !== undefined) return place;
      if (draft.open === undefined) throw new StagelineError("guard", `there is no tab "${draft.name}"`);
      return standing(draft.open, 0);
    },
  };
}

function standing({ shape }: SheetTab, width: number): SheetPlace {
  return { sheetId: shape.id, rows: shape.rows, columns: Math.max(shape.width, width), isNew: false };
}

function freeId(seed: string, name: string, taken: Set<number>): number {
  for (let count = 1; ; count++) {
    const letters = hashOf("t", [seed, name, String(count)]).slice(1, 9);
    const id = Number.parseInt(Buffer.from(letters).toString("hex"), 16) % MOST_ID;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}
