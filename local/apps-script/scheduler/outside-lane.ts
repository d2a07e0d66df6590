// What programs outside do in a run, one after the other, and how long each stands where it stands. Real time passes for
// everybody: a wait of n seconds is over only when every execution that was alive when it began has ended or has itself
// used n seconds. The clock of a run may jump (to the next trigger, by an hour), and may not let a program overtake an
// execution that holds the lock of the document, which at Google would long be done. A request is on its way for the time
// that was drawn for it, and hardly longer: nothing of this world holds it back.

import type { Random } from "../seeded-random.ts";
import { type ExecutionRecord, hasEnded } from "../world/execution-record.ts";
import type { World } from "../world/world.ts";
import type { OutsideProgram, OutsideRun, OutsideStanding } from "./outside-program.ts";

export interface OutsideLane {
  /** What did not begin yet. */
  readonly programs: OutsideProgram[];
  at?: Stood;
}

/** A program under way. */
export interface Stood {
  readonly name: string;
  readonly run: OutsideRun;
  readonly standing: Exclude<OutsideStanding, { readonly kind: "ended" }>;
  /** By the clock, when its request arrives or its wait is over. */
  readonly dueMs: number;
  /** What each execution that was alive had used by then. */
  readonly used: ReadonlyMap<ExecutionRecord, number>;
}

/** How long requests are on their way, in milliseconds. */
export interface Flights {
  /** @default 1000 */
  readonly usualMs?: number;
  /** How likely one is slow. @default 0 */
  readonly slow?: number;
  /** @default 20 seconds */
  readonly slowMs?: number;
}

const SHORTEST_FLIGHT_MS = 50;
const USUAL_FLIGHT_MS = 1000;
const SLOW_FLIGHT_MS = 20_000;
const LATE_MS = 1000;

/** Lets a program run until it stands; `undefined` where it ended. */
export async function stoodOf(
  place: { readonly world: World; readonly random: Random; readonly flights: Flights },
  alive: readonly ExecutionRecord[],
  { name, run }: Pick<Stood, "name" | "run">,
): Promise<Stood | undefined> {
  const standing = await run.stands();
  if (standing.kind === "ended") return undefined;
  const milliseconds =
    standing.kind === "wait" ? standing.milliseconds : flightOf(place.random, place.flights);
  return {
    name,
    run,
    standing,
    dueMs: place.world.now + milliseconds,
    used: new Map(alive.map((record) => [record, record.milliseconds])),
  };
}

/** Whether it may go on. */
export function mayGoOn(world: World, { standing, dueMs, used }: Stood): boolean {
  if (world.now < dueMs) return false;
  if (standing.kind === "request") return true;
  return [...used].every(([record, before]) => {
    return hasEnded(record) || record.milliseconds - before >= standing.milliseconds;
  });
}

/** Whether it is a request that nothing may come before. */
export function isLate(world: World, { standing, dueMs }: Stood): boolean {
  return standing.kind === "request" && world.now >= dueMs + LATE_MS;
}

function flightOf(random: Random, flights: Flights): number {
  const { usualMs = USUAL_FLIGHT_MS, slow = 0, slowMs = SLOW_FLIGHT_MS } = flights;
  const longest = random() < slow ? slowMs : usualMs;
  return SHORTEST_FLIGHT_MS + Math.floor(random() * Math.max(0, longest - SHORTEST_FLIGHT_MS));
}
