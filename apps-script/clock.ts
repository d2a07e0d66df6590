// What the core is told from outside: the time, and bits that nobody can guess. The one file that reads the clock.

import { type Moment, momentFromInstant, type Zone } from "../shared/value/moment.ts";

/** Now, to the millisecond, as the zone tells it; or so many milliseconds from now. */
export function momentNow(zone: Zone, fromNowMs = 0): Moment {
  return momentFromInstant(Date.now() + fromNowMs, zone);
}

/** A seed for one run. A UUID has 122 random bits, but Google does not promise that it never comes twice: two do. */
export function freshSeed(): string {
  return `${Utilities.getUuid()}${Utilities.getUuid()}`;
}
