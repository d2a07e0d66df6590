// A program outside of Google that works on the same spreadsheets, such as a command that asks the Sheets API. It runs by
// itself until it stands: at a request that has not arrived yet, at a wait of its clock, or at its end. From there it goes
// on only when the scheduler says so, and nothing else moves while it runs.

export interface OutsideProgram {
  readonly name: string;
  readonly start: () => OutsideRun;
}

export interface OutsideRun {
  /** Where it stands next. @throws what the program threw */
  readonly stands: () => Promise<OutsideStanding>;
  /** It is gone in the middle of whatever it did. */
  readonly kill: () => Promise<void>;
}

export type OutsideStanding =
  | {
      readonly kind: "request";
      /** What is asked, for whoever reads the trace of a run. */
      readonly name: string;
      readonly meet: (fate: RequestFate) => Promise<void>;
    }
  | { readonly kind: "wait"; readonly milliseconds: number; readonly over: () => void }
  | { readonly kind: "ended" };

/** What becomes of a request. */
export type RequestFate =
  | "served"
  /** 429, without and with a word on when to come again. */
  | "put off"
  | "put off for a while"
  /** 500 and 503: nothing was done. */
  | "failed"
  | "unavailable"
  /** The line breaks. */
  | "cut before its effect"
  | "cut after its effect"
  /** Served, and nobody is there to be answered. */
  | "unheard";
