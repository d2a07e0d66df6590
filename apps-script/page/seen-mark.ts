// Up to when somebody has seen what changed in this spreadsheet: kept for each user, and nowhere in the sheet, because
// it is nobody else's business. Beside the time stand the rows that the history had, so that what is written later for
// an earlier time is seen, too.

import { type Moment, momentInZone, type Zone } from "../../shared/value/moment.ts";
import { activeSpreadsheet } from "../spreadsheet-app.ts";

export interface SeenMark {
  readonly at: Moment;
  /** Rows of the history. */
  readonly seen: number;
}

/** The mark of who is at the page; `undefined` for who never looked. */
export function seenMark(zone: Zone): SeenMark | undefined {
  const kept = PropertiesService.getUserProperties().getProperty(markKey()) ?? "";
  const [time = "", rows = ""] = kept.split(" ");
  const at = momentInZone(time, zone);
  const seen = Number(rows);
  return at === undefined || !Number.isInteger(seen) ? undefined : { at, seen };
}

export function setSeenMark({ at, seen }: SeenMark): void {
  PropertiesService.getUserProperties().setProperty(markKey(), `${at} ${seen}`);
}

function markKey(): string {
  return `seen ${activeSpreadsheet().getId()}`;
}
