// Health: whether the book is well. What is wrong stands with its cell, and a click goes there.

import type { HealthView } from "../../shared/report/views/health-view.ts";
import { AskedView } from "./asked-view.tsx";
import { OutcomeNotice } from "./notice.tsx";
import type { PanelProps } from "./panel.ts";
import { ask } from "./script.ts";
import { showCell } from "./show-in-sheet.ts";
import { useAct } from "./use-act.ts";
import { useAnswer } from "./use-answer.ts";

export function HealthPanel({ visit, onNewBoard }: PanelProps) {
  const asked = useAnswer(() => ask("pageHealth", {}), [visit]);
  const { act, outcome } = useAct();
  const show = (tab: string, cell: string) => void act(() => showCell({ tab, cell }));
  return (
    <AskedView asked={asked} onNewBoard={onNewBoard}>
      {(health) => (
        <>
          <OutcomeNotice outcome={outcome} />
          <dl>
            {health.lines.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <Problems health={health} onShow={show} />
          <Advice advice={health.advice} />
        </>
      )}
    </AskedView>
  );
}

function Problems(props: {
  readonly health: HealthView;
  readonly onShow: (tab: string, cell: string) => void;
}) {
  const { isWell, problems, moreProblems } = props.health;
  return (
    <section aria-label="Problems">
      <h2>Problems</h2>
      {isWell && <p>None: everything fits together</p>}
      <ul>
        {problems.map(({ tab, cell = "", message }) => (
          <li key={`${tab} ${cell} ${message}`}>
            <button type="button" class="card" onClick={() => props.onShow(tab, cell)}>
              <strong>{cell === "" ? tab : `${tab}!${cell}`}</strong>
              <span>{message}</span>
            </button>
          </li>
        ))}
      </ul>
      {moreProblems > 0 && <p class="secondary">and {moreProblems} more</p>}
    </section>
  );
}

function Advice({ advice }: { readonly advice: readonly string[] }) {
  if (advice.length === 0) return null;
  return (
    <section aria-label="Advice">
      <h2>Worth a look</h2>
      <ul>
        {advice.map((sentence) => (
          <li key={sentence} class="line">
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}
