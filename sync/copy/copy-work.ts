// The steps of a copy in their order: what it goes into is looked at, the book is read, what would be left out is known;
// only then is anything written, and what was written is looked at.

import type { LeftOut } from "../../local/grid/book/left-out.ts";
import { isOwnBook } from "../../shared/engine/own-book.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import { bookZone } from "../book-zone.ts";
import { spreadsheetAddress } from "../google/spreadsheet-address.ts";
import { fileBook, refuseFile, sameFileBook, writeFileCopy } from "./copied-file.ts";
import {
  type GoogleHome,
  googleHome,
  madeSpreadsheet,
  refuseLarge,
  writeGoogleCopy,
} from "./copied-google.ts";
import { type Copied, copiedSpreadsheet } from "./copied-spreadsheet.ts";
import { type Connect, type CopyPlace, copySource, copyTarget } from "./copy-place.ts";
import { gridTables } from "./grid-tables.ts";
import { type CopySource, readSource } from "./read-source.ts";

export interface CopyPlan {
  readonly source: CopySource;
  readonly target: CopyPlace;
  /** Present where the target is a spreadsheet that is there. */
  readonly home?: GoogleHome;
  readonly copied: Copied;
  readonly leftOut: LeftOut;
}

export interface Made {
  /** The path or the address. */
  readonly place: string;
  /** Where it differs from what was to be written. */
  readonly differences: readonly string[];
}

export interface CopyWish {
  readonly from: string;
  readonly to: string;
  readonly again: "begun again" | "refused";
  readonly connect: Connect;
}

/** What would be copied; nothing is written. */
export async function copyPlan({ from, to, again, connect }: CopyWish): Promise<CopyPlan> {
  const [place, target] = [copySource(from), copyTarget(to)];
  if (place.kind === "google" && target.kind === "google" && place.id === target.id) {
    throw new StagelineError("usage", "a book cannot be copied into itself");
  }
  if (target.kind === "file") await refuseFile(target.path);
  const home = target.kind === "google" ? await googleHome(connect, target.id, again) : undefined;
  const source = withoutBook(await readSource(place, connect), target);
  const copied = prepared(source, target, target.kind === "google" ? target.id : "");
  const isSame = source.kind === "file" && target.kind === "file";
  return {
    source,
    target,
    ...(home === undefined ? {} : { home }),
    copied,
    leftOut: isSame ? { things: [], looks: [] } : allLeftOut(source, copied),
  };
}

/** Writes the copy; `run` tells this run from others. */
export async function madeCopy(plan: CopyPlan, connect: Connect, run: string): Promise<Made> {
  const { source, target, copied, home } = plan;
  const settings = settingsOf(source);
  switch (target.kind) {
    case "file": {
      const { path } = target;
      const differences =
        source.book === undefined
          ? await writeFileCopy(path, fileBook(copied), copied)
          : await writeFileCopy(path, sameFileBook(source.book));
      return { place: path, differences };
    }
    case "google": {
      const there = home ?? (await googleHome(connect, target.id, "refused"));
      const differences = await writeGoogleCopy(there, copied, { settings, run });
      return { place: spreadsheetAddress(target.id), differences };
    }
    case "new": {
      const id = await madeSpreadsheet(connect, target.title, settings);
      const there = await googleHome(connect, id, "refused");
      const differences = await writeGoogleCopy(there, prepared(source, target, id), { settings, run });
      return { place: spreadsheetAddress(id), differences };
    }
  }
}

// Only a file that becomes a file is copied part by part; else all of its parts would be held for nothing.
function withoutBook({ book, ...source }: CopySource, target: CopyPlace): CopySource {
  return book !== undefined && target.kind === "file" ? { ...source, book } : source;
}

function prepared(source: CopySource, target: CopyPlace, id: string): Copied {
  const to = target.kind === "file" ? "file" : "google";
  const copied = copiedSpreadsheet(source.state, { from: source.kind, to, id });
  if (to === "google") refuseLarge(copied.state);
  return copied;
}

function allLeftOut({ leftOut }: CopySource, copied: Copied): LeftOut {
  const once = (items: readonly string[]) => [...new Set(items)];
  return {
    things: once([...leftOut.things, ...copied.leftOut.things]),
    looks: once([...leftOut.looks, ...copied.leftOut.looks]),
  };
}

// The zone of a book is the spreadsheet's own at Google.
function settingsOf({ kind, state }: CopySource) {
  if (kind === "google") return { timeZone: state.zone, locale: state.locale };
  const tables = gridTables(state);
  return isOwnBook(tables) ? { timeZone: bookZone(tables).name } : {};
}
