// What is said above the tabs while a board is young: that examples are shown, that records which came look like others, and
// once whether it shall remind. It is asked again with each visit of a tab and after a move; and where somebody comes back
// from the sheet and the script has heard of doubles.

import "./young-band.css";
import { useEffect, useState } from "preact/hooks";
import type { BandView } from "../../../shared/report/views/band-view.ts";
import { OutcomeNotice } from "../notice.tsx";
import type { RecordPlace } from "../panel.ts";
import { ask } from "../script.ts";
import { useAct } from "../use-act.ts";
import { useAnswer } from "../use-answer.ts";
import { DoublesNews } from "./doubles-news.tsx";
import { ReminderQuestion } from "./reminder-question.tsx";
import { onAct } from "./told-acts.ts";

/** How a part of the band does what it offers. */
export interface BandWays {
  readonly isBusy: boolean;
  readonly onDo: (work: () => Promise<{ readonly said: string }>) => void;
}

export function YoungBand(props: {
  /** Counts up with each visit of a tab. */
  readonly visit: number;
  readonly onRecord: (place: RecordPlace) => void;
}) {
  const { visit, onRecord } = props;
  const [asks, setAsks] = useState(0);
  const again = () => setAsks((count) => count + 1);
  const asked = useAnswer(() => ask("pageBand", {}), [visit, asks]);
  const { act, clear, outcome, ...acting } = useAct();
  useEffect(clear, [visit]);
  const known = asked.answer?.doubles.length ?? 0;
  useEffect(() => onAct(again), []);
  useEffect(() => {
    const onFocus = () => void hasNews(known).then((isNew) => isNew && again());
    window.addEventListener("focus", onFocus);
    return () => window.removeEventListener("focus", onFocus);
  }, [known]);
  // What was done still stands there until it is heard what became of it.
  const isBusy = acting.isBusy || (outcome?.kind === "said" && asked.isWaiting);
  const onDo: BandWays["onDo"] = (work) => {
    if (isBusy) return;
    void act(async () => {
      const { said } = await work();
      asked.again();
      return said;
    }, "harmless");
  };
  const band = asked.answer ?? NOTHING;
  return (
    <div class="band">
      <OutcomeNotice outcome={outcome} />
      {band.examples > 0 && <Examples count={band.examples} {...{ isBusy, onDo }} />}
      {band.doubles.length > 0 && <DoublesNews doubles={band.doubles} {...{ isBusy, onDo, onRecord }} />}
      {band.remindAt !== undefined && <ReminderQuestion at={band.remindAt} {...{ isBusy, onDo }} />}
    </div>
  );
}

const NOTHING: BandView = { examples: 0, doubles: [] };

// Whether the sheet had an edit that is worth a look; where it cannot be asked, the next visit of a tab will tell.
async function hasNews(known: number): Promise<boolean> {
  try {
    const { doubles } = await ask("pageNews", {});
    return doubles > 0 && known === 0;
  } catch {
    return false;
  }
}

function Examples({ count, isBusy, onDo }: BandWays & { readonly count: number }) {
  return (
    <section aria-label="Examples">
      <p>
        {count === 1
          ? "The grey row is an example: it counts"
          : `The ${count} grey rows are examples: they count`}{" "}
        nowhere. Write over one to make it yours, or type below
      </p>
      <button type="button" aria-disabled={isBusy} onClick={() => onDo(() => ask("pageRemoveExamples", {}))}>
        Remove the examples
      </button>
    </section>
  );
}
