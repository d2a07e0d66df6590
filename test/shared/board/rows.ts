// Boards for stories about identity: what people wrote in a row, and what the hidden columns beside it hold.

import { fingerprintOf } from "../../../shared/board/fingerprint.ts";
import {
  type Identified,
  type IdentityReading,
  type IdentityRow,
  identify,
  type KnownRecord,
} from "../../../shared/board/identity.ts";
import { hashOf } from "../../../shared/value/hash.ts";

/** What people own in a row. */
export interface Written {
  readonly name: string;
  readonly stage: string;
  readonly size: number | null;
}

/** What the engine keeps beside it, unseen. */
export interface Hidden {
  readonly id: string;
  readonly fingerprint: string;
}

export interface StoryRow {
  readonly written: Written;
  readonly hidden: Hidden;
}

const KEYS = ["name", "stage", "size"];

export function wrote(name: string, size: number | null = null, stage = "lead"): Written {
  return { name, size, stage };
}

export function looks(written: Written): string {
  return fingerprintOf({ ...written }, KEYS);
}

export const nothingHidden: Hidden = { id: "", fingerprint: "" };

export function idFor(name: string): string {
  return hashOf("r", [name]);
}

/** A row as the engine left it. */
export function seen(written: Written, id = idFor(written.name)): StoryRow {
  return { written, hidden: { id, fingerprint: looks(written) } };
}

/** A row that somebody typed at the bottom. */
export function typed(written: Written): StoryRow {
  return { written, hidden: nothingHidden };
}

/** People's cells in another order; the hidden ones stay. */
export function sortedTo(rows: readonly StoryRow[], order: readonly number[]): readonly StoryRow[] {
  return rows.map(({ hidden }, place) => ({
    written: rows[order[place] ?? place]?.written ?? wrote(""),
    hidden,
  }));
}

/** The history of rows as they were last seen. */
export function historyOf(rows: readonly StoryRow[]): Map<string, KnownRecord> {
  return new Map(
    rows
      .filter(({ hidden }) => hidden.id !== "")
      .map(({ written, hidden }) => [
        hidden.id,
        { name: written.name, now: { stage: written.stage }, removed: false },
      ]),
  );
}

export function identified(
  rows: readonly StoryRow[],
  known: ReadonlyMap<string, KnownRecord>,
  elsewhere: ReadonlySet<string> = new Set(),
): IdentityReading {
  return identify(rows.map(identityRow), known, elsewhere);
}

/** "Ada: sorted back Ada": each row's name, how it came by its id, and whose id that is. */
export function told(reading: IdentityReading, known: ReadonlyMap<string, KnownRecord>): readonly string[] {
  const nameOf = (id: string) => known.get(id)?.name ?? id;
  const whose = (each: Identified) =>
    each.origin.how === "copied" ? `of ${nameOf(each.origin.of)}` : nameOf(each.id);
  return reading.rows.map((each) => `${each.row.name}: ${each.origin.how} ${whose(each)}`.trim());
}

function identityRow({ written, hidden }: StoryRow, index: number): IdentityRow {
  return {
    at: index + 2,
    id: hidden.id,
    name: written.name,
    stageId: written.stage,
    fingerprint: looks(written),
    knownFingerprint: hidden.fingerprint,
  };
}
