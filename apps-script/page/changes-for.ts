// What changed since whoever is at the page looked last.

import { type ChangesView, changesView } from "../../shared/report/views/changes-view.ts";
import { addDays } from "../../shared/value/day.ts";
import { dayOf, type Moment, momentInZone, type Zone } from "../../shared/value/moment.ts";
import type { OpenBook } from "../book/open-book.ts";
import { seenMark } from "./seen-mark.ts";

/** How far back somebody sees who looks for the first time, in days. */
const FIRST_LOOK_DAYS = 7;

/** `person` is who looks, where it is known. */
export function changesFor(
  { tables, zone }: Pick<OpenBook, "tables" | "zone">,
  { now, person }: { readonly now: Moment; readonly person: string | undefined },
): ChangesView {
  const mark = seenMark(zone);
  return changesView(tables, {
    now,
    since: mark?.at ?? firstSince(now, zone),
    ...(mark === undefined ? {} : { seen: mark.seen }),
    ...(person === undefined ? {} : { person }),
  });
}

function firstSince(now: Moment, zone: Zone): Moment {
  return momentInZone(addDays(dayOf(now), -FIRST_LOOK_DAYS), zone) ?? now;
}
