// Health: whether the book is well. What is wrong stands with its cell, and a click goes there.

import "./health-panel.css";
import { useState } from "preact/hooks";
import type { HealthView } from "../../shared/report/views/health-view.ts";
import type { Problem } from "../../shared/table/problem.ts";
import { AskedView } from "./asked-view.tsx";
import { OutcomeNotice, Waiting } from "./notice.tsx";
import type { PanelProps } from "./panel.ts";
import { ask } from "./script.ts";
import { showCell } from "./show-in-sheet.ts";
import { useAct } from "./use-act.ts";
import { useAnswer } from "./use-answer.ts";

export function HealthPanel({ visit, onNewBoard }: PanelProps) {
  const asked = useAnswer(() => ask("pageHealth", {}), [visit]);
  const { act, isBusy, outcome } = useAct();
  const show = ({ tab, cell = "" }: Problem) => void act(() => showCell({ tab, cell }), "harmless");
  return (
    <AskedView asked={asked} onNewBoard={onNewBoard}>
      {(health) => (
        <>
          <Waiting isWaiting={isBusy} />
          <OutcomeNotice outcome={outcome} />
          <h2 class={health.isWell ? "well" : "unwell"}>{health.headline}</h2>
          <Problems health={health} onShow={show} />
          <Lines health={health} />
          <Advice advice={health.advice} onShow={show} />
        </>
      )}
    </AskedView>
  );
}

interface ProblemsProps {
  readonly health: HealthView;
  readonly onShow: (problem: Problem) => void;
}

function Problems({ health: { problems, moreProblems }, onShow }: ProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <section aria-label="Problems">
      <p class="secondary">A click shows the cell; the rest of the board goes on working</p>
      <Places problems={problems} onShow={onShow} />
      {moreProblems > 0 && <p class="secondary">and {moreProblems} more</p>}
    </section>
  );
}

function Places(props: {
  readonly problems: readonly Problem[];
  readonly onShow: (problem: Problem) => void;
}) {
  return (
    <ul>
      {props.problems.map((problem) => (
        <li key={`${problem.tab} ${problem.cell} ${problem.message}`}>
          <button type="button" class="card" onClick={() => props.onShow(problem)}>
            <strong>{problem.cell === undefined ? problem.tab : `${problem.tab}!${problem.cell}`}</strong>
            <span>{problem.message}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Lines({ health: { lines } }: { readonly health: HealthView }) {
  return (
    <section aria-label="State">
      <dl>
        {lines.map(({ label, value, way }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value}
              {way !== undefined && <p class="secondary">To change it: {way}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What one sees at a glance. */
const MOST_ADVICE = 4;

function Advice(props: { readonly advice: readonly Problem[]; readonly onShow: (problem: Problem) => void }) {
  const { advice, onShow } = props;
  const [isWhole, setWhole] = useState(false);
  if (advice.length === 0) return null;
  return (
    <section aria-label="Advice">
      <h3>
        Worth a look <span class="secondary">{advice.length}</span>
      </h3>
      <Places problems={isWhole ? advice : advice.slice(0, MOST_ADVICE)} onShow={onShow} />
      {advice.length > MOST_ADVICE && (
        <button type="button" class="plain" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? "Show fewer" : `Show ${advice.length - MOST_ADVICE} more`}
        </button>
      )}
    </section>
  );
}
