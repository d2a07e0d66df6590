// What practice means, and the way out of it: one button, and what will be otherwise before it is pressed for good.

import "./practice-band.css";
import { useState } from "preact/hooks";
import { OutcomeNotice } from "../notice.tsx";
import { ask } from "../script.ts";
import { useAct } from "../use-act.ts";

export function PracticeBand({ onLive }: { readonly onLive: () => void }) {
  const [isAsked, setAsked] = useState(false);
  const { act, isBusy, outcome } = useAct();
  const goLive = () =>
    void act(async () => (await ask("pageGoLive", {})).said, "harmless").then((isDone) => isDone && onLive());
  return (
    <section class="notice practice practice-band" aria-label="Practice">
      <h3>Practice is on</h3>
      <p>
        Try everything: a move that misses something stays, with a note; no mail leaves before you send it
      </p>
      {isAsked ? (
        <>
          <p>Once it is live:</p>
          <ul>
            <li>a move that misses something goes back, with the reason beside it</li>
            <li>messages go out by themselves, but for those that ask for a look first</li>
            <li>deadlines cancel by themselves, told a day ahead</li>
          </ul>
          <p class="secondary">Stageline, Practice or live leads back at any time</p>
          <div class="buttons">
            <button type="button" class="action" aria-disabled={isBusy} onClick={goLive}>
              Go live now
            </button>
            <button type="button" onClick={() => setAsked(false)}>
              Stay in practice
            </button>
          </div>
        </>
      ) : (
        <button type="button" onClick={() => setAsked(true)}>
          Go live…
        </button>
      )}
      <OutcomeNotice outcome={outcome} />
    </section>
  );
}
