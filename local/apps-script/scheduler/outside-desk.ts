// Where programs outside meet the scheduler of a run. Programs of this process are handed a clock whose waits end when
// the scheduler says so; whoever serves their requests asks here what becomes of each. One that was killed stands where it
// stood for ever: its promises never go on. Since one program moves at a time, whatever arrives is that one's.

import type { World } from "../world/world.ts";
import type { OutsideProgram, OutsideRun, OutsideStanding, RequestFate } from "./outside-program.ts";

export interface OutsideClock {
  readonly nowMs: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export interface OutsideDesk {
  /** A program of this process. */
  readonly program: (name: string, work: (clock: OutsideClock) => Promise<void>) => OutsideProgram;
  /** Which of all that began, from 1, moves now; `undefined` where none does. */
  readonly moving: () => number | undefined;
  /** What becomes of a request of the program that moves. */
  readonly request: (name: string) => Promise<RequestFate>;
  /** The end of a wait of the program that moves. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** A run of a program that comes here from elsewhere. */
  readonly run: (kill: () => Promise<void>) => {
    readonly run: OutsideRun;
    readonly end: (error?: Error) => void;
  };
}

interface Arrivals {
  readonly number: number;
  readonly arrive: (standing: OutsideStanding) => void;
  readonly fail: (error: Error) => void;
  readonly stands: () => Promise<OutsideStanding>;
}

const NEVER = new Promise<never>(() => {});

export function outsideDesk(world: World): OutsideDesk {
  let moving: Arrivals | undefined;
  let begun = 0;
  const request = (name: string): Promise<RequestFate> => {
    const own = moving;
    if (own === undefined) return NEVER;
    moving = undefined;
    return new Promise((resolve) => {
      const meet = async (fate: RequestFate) => {
        if (fate !== "unheard") moving = own;
        resolve(fate);
        // Served when whoever waited for the word has done its work, which takes no turn of its own.
        if (fate === "unheard") await turn();
      };
      own.arrive({ kind: "request", name, meet });
    });
  };
  const wait = (milliseconds: number): Promise<void> => {
    const own = moving;
    if (own === undefined) return NEVER;
    moving = undefined;
    return new Promise((resolve) => {
      const over = () => {
        moving = own;
        resolve();
      };
      own.arrive({ kind: "wait", milliseconds, over });
    });
  };
  const run: OutsideDesk["run"] = (kill) => {
    begun += 1;
    const own = newArrivals(begun);
    moving = own;
    const end = (error?: Error) => {
      if (moving === own) moving = undefined;
      if (error === undefined) own.arrive({ kind: "ended" });
      else own.fail(error);
    };
    return { run: { stands: own.stands, kill }, end };
  };
  const program: OutsideDesk["program"] = (name, work) => ({
    name,
    start: () => {
      const started = run(async () => {});
      const clock: OutsideClock = { nowMs: () => world.now, wait };
      work(clock).then(
        () => started.end(),
        (error: unknown) => started.end(error instanceof Error ? error : new Error(String(error))),
      );
      return started.run;
    },
  });
  return { program, moving: () => moving?.number, request, wait, run };
}

function newArrivals(number: number): Arrivals {
  const arrived: OutsideStanding[] = [];
  let fault: Error | undefined;
  let told: (() => void) | undefined;
  const tell = () => {
    told?.();
    told = undefined;
  };
  return {
    number,
    arrive: (standing) => {
      arrived.push(standing);
      tell();
    },
    fail: (error) => {
      fault = error;
      tell();
    },
    stands: async () => {
      if (arrived.length === 0 && fault === undefined) {
        await new Promise<void>((resolve) => {
          told = resolve;
        });
      }
      if (fault !== undefined) throw fault;
      const standing = arrived.shift();
      if (standing === undefined) throw new Error("a program went on without having stood anywhere");
      return standing;
    },
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
