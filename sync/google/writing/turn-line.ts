// The line of one writer to a spreadsheet, who writes while the turn is his. Every batch is all or nothing, and says by a
// mark of its own that it was done; where its answer is lost, that mark tells. A batch that Google refuses because the
// spreadsheet is not what it was, or that would come after the turn has ended, comes back as not done.

import { instantMs, type Moment, momentFromInstant, utc } from "../../../shared/value/moment.ts";
import { StagelineError } from "../../../shared/value/stageline-error.ts";
import type { Clock } from "../clock.ts";
import type { Connection } from "../connection.ts";
import type { Request } from "../dressing/drawing.ts";
import { putBackColours, type Replies, takenColours } from "../dressing/mistaken-colours.ts";
import { failureIn } from "../outcome.ts";
import { BOOK_SHAPE, type KeptMark } from "../reading/book-shape.ts";
import type { Sheets } from "../sheets-client.ts";
import { SEEN_FIELDS, seenIn } from "./answers.ts";
import type { Seen } from "./seen-again.ts";
import {
  forgettingRequests,
  type HeldTurn,
  isDone,
  lastRequests,
  runs,
  stepRequests,
  takingRequests,
  turnFrom,
  turnIn,
} from "./turn-marks.ts";

/** What is written, and what is asked back: ranges of cells. */
export interface Batch {
  readonly what: string;
  readonly requests: readonly Request[];
  readonly ranges: readonly string[];
}

/** Why a batch was not done. */
export type NotDone = { readonly notDone: StagelineError };

export class TurnLine {
  readonly writer: string;
  readonly #connection: Connection;
  readonly #clock: Clock;
  #turn: HeldTurn | undefined;
  #isRefused = false;
  #steps = 0;

  constructor(connection: Connection, clock: Clock, writer: string) {
    this.#connection = connection;
    this.#clock = clock;
    this.writer = writer;
  }

  /** Whether the turn is his, by the marks of the spreadsheet as it was read last. */
  holds(marks: readonly KeptMark[]): boolean {
    const isHis = this.#turn !== undefined && turnIn(marks)?.next === this.#turn.next;
    if (!isHis || !this.#runs(this.#turn)) this.#turn = undefined;
    return this.#turn !== undefined;
  }

  /** @throws {StagelineError} `busy`, when another has the turn */
  refuseBusy(marks: readonly KeptMark[]): void {
    const standing = turnIn(marks);
    if (standing === undefined || standing.writer === this.writer || !this.#runs(standing)) return;
    throw busyUntil(standing.until);
  }

  /**
   * Takes the turn, where nobody has it; `marks` are those of the spreadsheet as it was read last.
   *
   * @throws {StagelineError} `busy`, when somebody has it
   */
  async take(marks: readonly KeptMark[], batchOf: (turn: HeldTurn) => Batch): Promise<Seen | NotDone> {
    const standing = turnIn(marks);
    const nowMs = this.#clock.nowMs();
    this.refuseBusy(marks);
    const turn = this.nextTurn();
    const batch = batchOf(turn);
    const requests = [...takingRequests(turn, standing, nowMs), ...batch.requests];
    const isOurs = (seen: Seen) => turnIn(seen.shape.marks)?.next === turn.next;
    const seen = await this.#write({ ...batch, requests }, { turn, isThere: isOurs });
    if ("notDone" in seen) return seen;
    // Were ids not unique after all, it would be known by this.
    if (!isOurs(seen)) return { notDone: busyUntil((turnIn(seen.shape.marks) ?? turn).until) };
    this.#turn = turn;
    return seen;
  }

  /** The turn as a write from now on lengthens it. */
  nextTurn(): HeldTurn {
    this.#steps += 1;
    return turnFrom(this.#clock.nowMs(), { writer: this.writer, step: this.#steps });
  }

  /** Writes a batch of his; the last one gives the turn back. */
  async write(batch: Batch, marks: readonly KeptMark[], place: "last" | "more"): Promise<Seen | NotDone> {
    const turn = this.#turn;
    if (turn === undefined) return { notDone: endedTurn() };
    const nowMs = this.#clock.nowMs();
    const after = this.nextTurn();
    const begun = place === "last" ? lastRequests(turn, nowMs) : stepRequests(turn, after, nowMs);
    const requests = [...begun, ...forgettingRequests(marks, nowMs), ...batch.requests];
    const isThere = (seen: Seen) => isDone(turn, seen.shape.marks);
    const seen = await this.#write({ ...batch, requests }, { turn, isThere });
    if (!("notDone" in seen)) this.#turn = place === "last" ? undefined : after;
    return seen;
  }

  /** Gives the turn back, where it still is his. */
  async giveBack(batch: Batch): Promise<void> {
    if (this.#turn !== undefined) await this.write(batch, [], "last");
  }

  /** Looks at areas once more; without any, at the marks of the spreadsheet alone. */
  async look(what: string, ranges: readonly string[]): Promise<Seen> {
    const { spreadsheetId } = this.#connection;
    const asked = ranges.length === 0 ? { fields: BOOK_SHAPE } : { fields: SEEN_FIELDS, ranges: [...ranges] };
    return seenIn(
      await this.#connection.read(what, (sheets) =>
        this.#noted(sheets.spreadsheets.get({ spreadsheetId, ...asked })),
      ),
    );
  }

  /** Looks at areas that may be gone by now. */
  async lookAgain(what: string, ranges: readonly string[]): Promise<Seen | NotDone> {
    return this.#unlessRefused(() => this.look(what, ranges));
  }

  async #write(
    { what, requests, ranges }: Batch,
    { turn, isThere }: { readonly turn: HeldTurn; readonly isThere: (seen: Seen) => boolean },
  ): Promise<Seen | NotDone> {
    const params = {
      spreadsheetId: this.#connection.spreadsheetId,
      fields: [
        `updatedSpreadsheet(${ranges.length === 0 ? BOOK_SHAPE : SEEN_FIELDS})`,
        ...takenColours(requests),
      ].join(","),
      requestBody: {
        requests: [...requests],
        includeSpreadsheetInResponse: true,
        responseIncludeGridData: true,
        ...(ranges.length === 0 ? {} : { responseRanges: [...ranges] }),
      },
    };
    let replies: Replies = [];
    const call = async (sheets: Sheets) => {
      if (!this.#runs(turn)) throw endedTurn();
      const { data } = await this.#noted(sheets.spreadsheets.batchUpdate(params));
      replies = data.replies ?? [];
      return { data: seenIn(data.updatedSpreadsheet ?? {}) };
    };
    const landed = async () => {
      const seen = await this.look(`look whether it did ${what}`, []);
      if (!isThere(seen)) return undefined;
      return ranges.length === 0 ? seen : this.look(`look at what it did to ${what}`, ranges);
    };
    const seen = await this.#unlessRefused(() => this.#connection.write<Seen>(what, call, landed));
    await putBackColours(this.#connection, { requests, replies });
    return seen;
  }

  // Where tabs or rows are gone that a request names, Google refuses it.
  async #unlessRefused(ask: () => Promise<Seen>): Promise<Seen | NotDone> {
    this.#isRefused = false;
    try {
      return await ask();
    } catch (error) {
      const isNotDone = error instanceof StagelineError && (error.code === "busy" || this.#isRefused);
      if (!isNotDone) throw error;
      return { notDone: error };
    }
  }

  #noted<Answer>(answer: Promise<Answer>): Promise<Answer> {
    return answer.catch((error: unknown) => {
      const failure = failureIn(error, this.#clock.nowMs());
      this.#isRefused = failure?.became === "refused" && failure.refusal.status === BAD_REQUEST;
      throw error;
    });
  }

  #runs(turn: HeldTurn | undefined): boolean {
    return turn !== undefined && runs(turn, this.#clock.nowMs());
  }
}

const BAD_REQUEST = 400;

/** What is said while another writes. */
export function busyUntil(until: Moment): StagelineError {
  const time = momentFromInstant(instantMs(until), utc).slice(11, 19);
  const message = `Stageline is writing to this spreadsheet from elsewhere, until ${time} UTC at most; try again in a moment`;
  return new StagelineError("busy", message);
}

function endedTurn(): StagelineError {
  return new StagelineError("busy", "Google took too long to answer, so nothing was written; run again");
}
