// Clock and outbox in words.

import type { SentMail } from "../../apps-script/world/mail.ts";
import type { LiveWorld } from "../live/live-world.ts";
import type { WindowClock, WindowMail } from "./window-message.ts";

export function shownClock({ google, file, clock }: LiveWorld): WindowClock {
  return {
    shown: timeIn(google.now(), file.state.zone),
    zone: file.state.zone,
    acts: google.triggers().some(({ type }) => type === "CLOCK"),
    isMoving: clock.isMoving(),
  };
}

/** The last ones first. */
export function shownMails({ google, file }: LiveWorld): readonly WindowMail[] {
  return google.outbox
    .map(({ at, from, to, cc, subject, body }: SentMail) => {
      return { at: timeIn(at, file.state.zone), from, to, cc, subject, body };
    })
    .reverse();
}

function timeIn(instantMs: number, zone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  });
  return format.format(instantMs).replace(" at ", ", ");
}
