// Asked once, after the first move: whether the sheet shall remind, and when. Only a yes makes Google ask for anything.

import { useId, useState } from "preact/hooks";
import { ask } from "../script.ts";
import type { BandWays } from "./young-band.tsx";

export function ReminderQuestion({ at, isBusy, onDo }: BandWays & { readonly at: string }) {
  const [isOther, setOther] = useState(false);
  const [time, setTime] = useState(at);
  const id = useId();
  const remind = (wanted: string) => onDo(() => ask("pageRemind", { at: wanted }));
  const onSubmit = (event: Event) => {
    event.preventDefault();
    remind(time);
  };
  return (
    <section aria-label="Reminders">
      <h3>Shall I remind you at {shownTime(at)}?</h3>
      <p>
        Each working day, of what is due. The sheet is then looked at every hour, also while nobody has it
        open; Google may ask you to allow that
      </p>
      <div class="buttons">
        <button type="button" class="action" aria-disabled={isBusy} onClick={() => remind(at)}>
          Yes
        </button>
        <button type="button" aria-disabled={isBusy} onClick={() => remind("")}>
          Not now
        </button>
        <button type="button" aria-expanded={isOther} onClick={() => setOther(!isOther)}>
          Another hour
        </button>
      </div>
      {isOther && (
        <form class="other-hour" onSubmit={onSubmit}>
          <label for={id}>Remind me at</label>
          <input
            id={id}
            type="time"
            required
            value={time}
            onInput={(event) => setTime(event.currentTarget.value)}
          />
          <button type="submit" aria-disabled={isBusy}>
            Remind me then
          </button>
        </form>
      )}
    </section>
  );
}

function shownTime(at: string): string {
  return at.replace(/^0/, "");
}
