// Whose turn it is to write, as the spreadsheet itself keeps it: developer metadata under one fixed id, which can be made
// only once, so that of two who take the turn at the same time one is refused as a whole. With the turn stands the id of
// the step that its holder does next. Each of his batches makes metadata of that id; whoever takes over a turn that was
// never given back makes it, too. So a batch that comes twice, or long after its sender was given up, is refused.

import type { sheets_v4 } from "@googleapis/sheets";
import { LONGEST_LEASE_SECONDS } from "../../../shared/engine/host-rows.ts";
import { hashOf } from "../../../shared/value/hash.ts";
import {
  instantMs,
  type Moment,
  momentFromInstant,
  momentInZone,
  utc,
} from "../../../shared/value/moment.ts";
import type { Request } from "../dressing/drawing.ts";
import type { KeptMark } from "../reading/book-shape.ts";

export interface HeldTurn {
  readonly writer: string;
  readonly until: Moment;
  /** The id of the step that comes next. */
  readonly next: number;
}

const TURN_ID = 1_635_017_061;
const TURN = "stageline_turn";
const STEP = "stageline_step";
/** Nothing that was sent is on its way for so long. */
const STEP_LIVES_MS = 600_000;
/** Ids of metadata are 31 bits, and not 0. */
const MOST_ID = 2 ** 31 - 1;

/** The turn that somebody has, or never gave back. */
export function turnIn(marks: readonly KeptMark[]): HeldTurn | undefined {
  const found = marks.find(({ id, name }) => id === TURN_ID && name === TURN);
  const [writer = "", until = "", next = ""] = found?.value.split(" ") ?? [];
  const moment = momentInZone(until, utc);
  return found === undefined || moment === undefined
    ? undefined
    : { writer, until: moment, next: Number(next) };
}

/** Whether the turn still runs. A turn that ends later than any may is one of a clock that is wrong. */
export function runs({ until }: HeldTurn, nowMs: number): boolean {
  const leftMs = instantMs(until) - nowMs;
  return leftMs > 0 && leftMs <= 2 * LONGEST_LEASE_SECONDS * 1000;
}

/** The longest turn from now on; a writer counts his steps. */
export function turnFrom(nowMs: number, { writer, step }: { writer: string; step: number }): HeldTurn {
  const until = momentFromInstant(nowMs + LONGEST_LEASE_SECONDS * 1000, utc);
  const letters = hashOf("s", [writer, String(step)]).slice(1, 9);
  return { writer, until, next: 1 + (Number.parseInt(Buffer.from(letters).toString("hex"), 16) % MOST_ID) };
}

/** What takes the turn; `dead` is one that was never given back. */
export function takingRequests(
  turn: HeldTurn,
  dead: HeldTurn | undefined,
  nowMs: number,
): readonly Request[] {
  const taken = created(TURN_ID, TURN, turnText(turn));
  return dead === undefined ? [taken] : [stepRequest(dead, nowMs), deleted(dead), taken];
}

/** What begins a batch of the holder, and says which step comes after it. */
export function stepRequests(turn: HeldTurn, after: HeldTurn, nowMs: number): readonly Request[] {
  const updated = {
    dataFilters: [lookup(turn)],
    developerMetadata: { metadataValue: turnText(after) },
    fields: "metadataValue",
  };
  return [stepRequest(turn, nowMs), { updateDeveloperMetadata: updated }];
}

/** What begins the last batch of the holder, and gives the turn back. */
export function lastRequests(turn: HeldTurn, nowMs: number): readonly Request[] {
  return [stepRequest(turn, nowMs), deleted(turn)];
}

/** Whether a step of the turn was done. */
export function isDone({ next }: HeldTurn, marks: readonly KeptMark[]): boolean {
  return marks.some(({ id, name }) => id === next && name === STEP);
}

/** What forgets the steps of long ago. */
export function forgettingRequests(marks: readonly KeptMark[], nowMs: number): readonly Request[] {
  return marks
    .filter(({ name, value }) => name === STEP && !(nowMs - Number(value) < STEP_LIVES_MS))
    .map(({ id }) => ({
      deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: id } } },
    }));
}

function stepRequest({ next }: HeldTurn, nowMs: number): Request {
  return created(next, STEP, String(nowMs));
}

function created(metadataId: number, metadataKey: string, metadataValue: string): Request {
  const location = { spreadsheet: true };
  const developerMetadata = { metadataId, metadataKey, metadataValue, visibility: "DOCUMENT", location };
  return { createDeveloperMetadata: { developerMetadata } };
}

function deleted(turn: HeldTurn): Request {
  return { deleteDeveloperMetadata: { dataFilter: lookup(turn) } };
}

// By what it says, too: the turn of another stays.
function lookup(turn: HeldTurn): sheets_v4.Schema$DataFilter {
  return { developerMetadataLookup: { metadataId: TURN_ID, metadataValue: turnText(turn) } };
}

function turnText({ writer, until, next }: HeldTurn): string {
  return `${writer} ${until} ${next}`;
}
