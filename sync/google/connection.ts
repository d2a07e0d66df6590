// The line to one spreadsheet: requests leave it one at a time and at Google's pace, and come back with an answer or with
// words about why there is none. It repeats what may be repeated and nothing else. A write is sent once; where its answer
// is lost it may be there or not, so it is looked for before it is sent again. One that was lost may even arrive after
// that look: what must not happen twice has to carry a mark by which the second is refused, and a refusal is looked
// behind, too.

import { StagelineError } from "../../shared/value/stageline-error.ts";
import { type Environment, GOOGLE_ADDRESS, localAddress, paceMsOf } from "./api-address.ts";
import { type Clock, systemClock } from "./clock.ts";
import { type Credentials, findCredentials } from "./credentials.ts";
import type { Identity } from "./identity.ts";
import { hostOf } from "./loopback.ts";
import { type Failure, failureIn } from "./outcome.ts";
import { type Pace, paceBy } from "./pace.ts";
import { redactedError } from "./redacted.ts";
import { type Asked, refusedError, silentError, unsureError } from "./refusal-words.ts";
import type { Access } from "./scopes.ts";
import { type Sheets, sheetsClient } from "./sheets-client.ts";
import { Tries } from "./tries.ts";

/** One request of the client. */
export type Call<Answer> = (sheets: Sheets) => Promise<{ readonly data: Answer }>;

export interface Connection {
  readonly spreadsheetId: string;
  /** As whom it comes. */
  readonly identity: Identity;
  /** Sends what has no effect, again and again if need be. `what` is what it is for: "read the tabs". */
  readonly read: <Answer>(what: string, call: Call<Answer>) => Promise<Answer>;
  /**
   * Sends a change, once. Where its answer was lost, `landed` looks for it (by `read`): it gives what stands for the
   * answer, or `undefined` when the change is not there; then it is sent again. Where there is nothing to look for, it
   * throws `unsure` in its own words.
   *
   * @throws {StagelineError} `unsure`, when it may be there or not and cannot be looked for; whatever else is thrown,
   *   nothing was written
   */
  readonly write: <Answer>(
    what: string,
    call: Call<Answer>,
    landed: () => Promise<Answer | undefined>,
  ) => Promise<Answer>;
  /** Requests that left so far, repeated ones too. */
  readonly sent: () => number;
}

export interface ConnectionWish {
  /** Empty for one that is yet to be made. */
  readonly spreadsheetId: string;
  readonly access: Access;
  /** @default the clock of this machine */
  readonly clock?: Clock;
  /** @default that of this process */
  readonly environment?: Environment;
  /** How long one request may take. @default more than Google itself gives one, so that its own answer comes first */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 190_000;

/**
 * The line to a spreadsheet; nothing is sent yet.
 *
 * @throws {StagelineError} `access`, when nothing says as whom to come; `usage`, when the environment names a strange
 *   server or pace; `file`, when a file of credentials is not what it should be
 */
export async function openConnection(wish: ConnectionWish): Promise<Connection> {
  const { spreadsheetId, access, clock = systemClock, environment = process.env } = wish;
  const address = localAddress(environment);
  const credentials = await findCredentials({ access, environment, clock });
  return new GoogleConnection({
    asked: { access, identity: credentials.identity, spreadsheetId, host: hostOf(address ?? GOOGLE_ADDRESS) },
    address,
    clock,
    credentials,
    paceMs: paceMsOf(environment),
    timeoutMs: wish.timeoutMs ?? TIMEOUT_MS,
  });
}

interface Line {
  readonly asked: Omit<Asked, "what">;
  readonly address: string | undefined;
  readonly clock: Clock;
  readonly credentials: Credentials;
  readonly paceMs: number;
  readonly timeoutMs: number;
}

type Attempt<Answer> = { readonly became: "answered"; readonly answer: Answer } | Failure;

class GoogleConnection implements Connection {
  readonly spreadsheetId: string;
  readonly identity: Identity;
  readonly #line: Line;
  readonly #pace: Pace;
  #sent = 0;

  constructor(line: Line) {
    this.spreadsheetId = line.asked.spreadsheetId;
    this.identity = line.asked.identity;
    this.#line = line;
    this.#pace = paceBy(line.clock, line.paceMs);
  }

  sent(): number {
    return this.#sent;
  }

  async read<Answer>(what: string, call: Call<Answer>): Promise<Answer> {
    const { asked, tries } = this.#asking(what);
    for (;;) {
      const attempt = await this.#attempt(call);
      if (attempt.became === "answered") return attempt.answer;
      if (attempt.became === "refused") throw refusedError(attempt.refusal, asked);
      if (!(await tries.waited(attempt))) throw silentError(attempt, asked);
    }
  }

  async write<Answer>(
    what: string,
    call: Call<Answer>,
    landed: () => Promise<Answer | undefined>,
  ): Promise<Answer> {
    const { asked, tries } = this.#asking(what);
    let wasLost = false;
    for (;;) {
      const attempt = await this.#attempt(call);
      if (attempt.became === "answered") return attempt.answer;
      wasLost ||= attempt.became === "unknown";
      const goesOn = attempt.became !== "refused" && (await tries.waited(attempt));
      // Also behind a refusal: the lost one may have arrived since, and be what the second was refused for.
      const found = wasLost ? await lookedUp(landed, asked) : undefined;
      if (found !== undefined) return found;
      if (attempt.became === "refused") throw refusedError(attempt.refusal, asked);
      // One that was lost just now may still be on its way, whatever the look says.
      if (!goesOn && attempt.became === "unknown") throw unsureError(asked, new Error(attempt.why));
      if (!goesOn) throw silentError(attempt, asked);
    }
  }

  #asking(what: string): { readonly asked: Asked; readonly tries: Tries } {
    return { asked: { ...this.#line.asked, what }, tries: new Tries(this.#line.clock) };
  }

  async #attempt<Answer>(call: Call<Answer>): Promise<Attempt<Answer>> {
    const { address, clock, credentials, timeoutMs } = this.#line;
    const shown = await credentials.headers();
    if (shown.became !== "answered") return shown;
    const sheets = sheetsClient({ address, headers: shown.answer, timeoutMs });
    return this.#pace(async () => {
      this.#sent += 1;
      try {
        const { data } = await call(sheets);
        if (typeof data === "object" && data !== null) return { became: "answered", answer: data };
        return { became: "unknown", why: "the answer is none of Google's" };
      } catch (error) {
        const failure = failureIn(error, clock.nowMs());
        if (failure === undefined) throw error;
        return failure;
      }
    });
  }
}

async function lookedUp<Answer>(
  landed: () => Promise<Answer | undefined>,
  asked: Asked,
): Promise<Answer | undefined> {
  try {
    return await landed();
  } catch (error) {
    // Whoever cannot look at all says so in words of its own.
    if (!(error instanceof StagelineError) || error.code === "unsure") throw error;
    throw unsureError(asked, redactedError(error));
  }
}
