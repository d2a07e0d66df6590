// The third question: on which days nobody works, so that no deadline counts them.

import { useId } from "preact/hooks";
import { Fault } from "./fault.tsx";

const WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

export function DaysOff(props: {
  readonly workingDays: readonly number[];
  readonly onWorkingDays: (days: readonly number[]) => void;
  readonly daysOff: string;
  readonly onDaysOff: (text: string) => void;
  readonly faults: Readonly<Record<string, string>>;
}) {
  const { workingDays, onWorkingDays, daysOff, onDaysOff, faults } = props;
  const id = useId();
  return (
    <fieldset>
      <legend>3. Which days are off?</legend>
      <p class="secondary">Deadlines step over them. You work on:</p>
      <div class="week">
        {WEEK.map((name, index) => {
          const day = index + 1;
          const works = workingDays.includes(day);
          return (
            <label key={name}>
              <input
                type="checkbox"
                checked={works}
                onChange={() =>
                  onWorkingDays(works ? workingDays.filter((each) => each !== day) : [...workingDays, day])
                }
              />
              {name}
            </label>
          );
        })}
      </div>
      <Fault id={`${id}-week`} message={faults["days"]} />
      <label for={id}>Holidays</label>
      <textarea
        id={id}
        rows={3}
        placeholder={"2026-12-25 Christmas\none in a line; you can paste a list"}
        value={daysOff}
        onInput={(event) => onDaysOff(event.currentTarget.value)}
        aria-invalid={faults["days-off"] !== undefined}
        aria-describedby={`${id}-fault`}
      />
      <Fault id={`${id}-fault`} message={faults["days-off"]} />
    </fieldset>
  );
}
