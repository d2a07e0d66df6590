// Utilities: ids, dates in words, and waiting.

import { isDate } from "node:util/types";
import { seededRandom, seededUuid } from "../seeded-random.ts";
import { zoneClock } from "../zone-clock.ts";
import type { Execution } from "./execution.ts";
import { formattedDate } from "./formatted-date.ts";
import { standIn } from "./stand-in.ts";

/** Keeps the ids apart from the numbers that `Math.random` draws of the same seed. */
const IDS = 0x5eed;
const LONGEST_SLEEP_MS = 300_000;

export function newUtilities(execution: Execution): GoogleAppsScript.Utilities.Utilities {
  const random = seededRandom(execution.launch.seed ^ IDS);
  return standIn<GoogleAppsScript.Utilities.Utilities>({
    getUuid: () => seededUuid(random),
    formatDate: (date: unknown, zone: string, format: string) => {
      if (!isDate(date))
        return execution.fail("The parameters don't match the method signature for Utilities.formatDate.");
      return formattedDate(date.getTime(), zoneOrUtc(zone), format);
    },
    sleep: (milliseconds) => {
      if (milliseconds > LONGEST_SLEEP_MS)
        execution.fail(`Utilities.sleep takes at most ${LONGEST_SLEEP_MS} milliseconds`);
      execution.ask<"sleep">({ ask: "sleep", milliseconds });
    },
  });
}

/** Java takes a zone that it does not know for GMT. */
function zoneOrUtc(name: string) {
  try {
    return zoneClock(name);
  } catch (error) {
    if (error instanceof RangeError) return zoneClock("UTC");
    throw error;
  }
}
