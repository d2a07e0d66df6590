// The requests that draw layouts: new tabs and room for columns first, since a dropdown may name the cells of any tab;
// then columns, then dropdowns, notes and colours. What stands already as it should is not sent, so that a layout that
// is drawn twice is nothing the second time. A tab that is laid out twice by one plan is dressed once, as it is in the
// end: colour rules are named by their places in a list, which the first time would change.

import type { sheets_v4 } from "@googleapis/sheets";
import { DASHBOARD_KEY } from "../../../shared/engine/book-layouts.ts";
import { drawnTab } from "../../../shared/engine/dressing/drawn-layout.ts";
import type { DraftedLayout } from "../../../shared/table/planning/drafted-layout.ts";
import { colourStyle } from "./colour.ts";
import { columnRequests, guards } from "./column-requests.ts";
import { type Drawing, isLeft, type Request } from "./drawing.ts";
import { dressRequests } from "./dress-requests.ts";
import type { SheetPlace, SheetTab } from "./sheet-place.ts";

/** The requests, in their order. */
export function layoutRequests(drawing: Drawing): readonly Request[] {
  const { layouts, places } = drawing;
  const drafts = layouts.map(({ draft }) => draft);
  const firsts = layouts.filter(({ draft }, index) => drafts.indexOf(draft) === index);
  const lasts = layouts.filter(({ draft }, index) => drafts.lastIndexOf(draft) === index);
  return [
    ...firsts.flatMap((layout) => {
      const place = places.of(layout.draft);
      return place.isNew ? newSheet(layout, place) : roomForColumns(layout, place);
    }),
    ...layouts.flatMap((layout) => columnRequests(drawing, layout)),
    ...lasts.filter((layout) => !isLeft(layout)).flatMap((layout) => dressRequests(drawing, layout)),
  ];
}

function newSheet({ draft, layout }: DraftedLayout<SheetTab>, { sheetId }: SheetPlace): readonly Request[] {
  const { rows, columns, frozenRows, colour, isGuarded, isHidden, hidesGridLines } = drawnTab(
    layout,
    draft.width,
  );
  const properties: sheets_v4.Schema$SheetProperties = {
    sheetId,
    title: draft.name,
    ...(layout.key === DASHBOARD_KEY ? { index: 0 } : {}),
    gridProperties: {
      rowCount: rows,
      columnCount: columns,
      frozenRowCount: frozenRows,
      ...(hidesGridLines ? { hideGridlines: true } : {}),
    },
    ...(colour === undefined ? {} : { tabColorStyle: colourStyle(colour) }),
    ...(isHidden ? { hidden: true } : {}),
  };
  return [{ addSheet: { properties } }, ...(isGuarded ? [guards({ sheetId })] : [])];
}

function roomForColumns({ draft }: DraftedLayout<SheetTab>, place: SheetPlace): readonly Request[] {
  const lacking = place.columns - (draft.open?.shape.width ?? place.columns);
  if (lacking <= 0) return [];
  return [{ appendDimension: { sheetId: place.sheetId, dimension: "COLUMNS", length: lacking } }];
}
