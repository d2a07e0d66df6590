// The clock of the preview, and the ways to move it on.

import type { WindowClock } from "../server/window-message.ts";

const WAYS = ["next hour", "tomorrow", "next Monday"] as const;

export interface ClockPanelProps {
  readonly clock: WindowClock;
  readonly onMove: (to: (typeof WAYS)[number]) => void;
}

export function ClockPanel({ clock, onMove }: ClockPanelProps) {
  return (
    <section class="clock" aria-label="Clock">
      <output title={`Time in ${clock.zone}`}>{clock.isMoving ? `${clock.shown} …` : clock.shown}</output>
      {WAYS.map((way) => (
        <button
          type="button"
          key={way}
          disabled={clock.isMoving}
          title={
            clock.acts
              ? `Move the clock to ${way}; what is due by then is done`
              : "Reminders are off, so that nothing happens by itself: Stageline, Reminders, On"
          }
          onClick={() => onMove(way)}
        >
          {way}
        </button>
      ))}
    </section>
  );
}
