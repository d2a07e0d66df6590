// One thing to do, with what is done about it at once: a word for now to whoever waits, a planned step that is done, and
// what happened, logged from here.

import "./today-card.css";
import { useState } from "preact/hooks";
import type { TodayItem } from "../../shared/report/views/today-item.ts";
import { ActivityForm } from "./activity-form.tsx";
import { newFormId } from "./form-id.ts";
import { ask } from "./script.ts";

/** What can be done with an item. */
export interface Ways {
  readonly isBusy: boolean;
  readonly onOpen: (item: TodayItem) => void;
  /** Does it, and tells whether it was done. */
  readonly onAct: (work: () => Promise<{ readonly said: string }>) => Promise<boolean>;
}

interface ItemProps {
  readonly item: TodayItem;
  readonly ways: Ways;
}

export function TodayCard({ item, ways }: ItemProps) {
  const where = [item.board, item.stage, item.owner].filter((part) => part !== "").join(" · ");
  return (
    <>
      <button type="button" class="card" onClick={() => ways.onOpen(item)}>
        <strong>{item.name}</strong>
        <span class={item.isLate === true ? "error" : undefined}>{item.sentence}</span>
        <span class="secondary">{where}</span>
      </button>
      {item.record !== "" && item.place === undefined && <Acts item={item} ways={ways} />}
    </>
  );
}

// The name goes along for those who hear the page, and go from button to button.
function Acts({ item, ways }: ItemProps) {
  const { board, record, name, step, holding } = item;
  const [form] = useState(newFormId);
  const [isOpen, setOpen] = useState(false);
  const place = { board, record };
  const done = (planned: string) =>
    void ways.onAct(() => ask("pageStepDone", { ...place, step: planned, form }));
  return (
    <>
      <div class="buttons acts">
        {holding === "possible" && (
          <button
            type="button"
            aria-label={`Answer ${name}: received, I will get back to you`}
            aria-disabled={ways.isBusy}
            onClick={() => void ways.onAct(() => ask("pageHoldingAnswer", place))}
          >
            Received, I will get back to you
          </button>
        )}
        {step !== undefined && (
          <button
            type="button"
            aria-label={`Done: ${step === "" ? "next step" : step}, ${name}`}
            aria-disabled={ways.isBusy}
            onClick={() => done(step)}
          >
            Done
          </button>
        )}
        <button
          type="button"
          aria-label={`Log what happened with ${name}`}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          Log…
        </button>
      </div>
      {isOpen && (
        <ActivityForm
          label={`Log on ${name}`}
          isBusy={ways.isBusy}
          onLog={(typed) => ways.onAct(() => ask("pageLog", { ...place, ...typed }))}
        />
      )}
    </>
  );
}
