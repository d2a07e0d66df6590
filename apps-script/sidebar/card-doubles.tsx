// Records that look like the one of the card, each with a button that makes them one, and those that went into it, each
// with one that takes them apart again. Nothing is shown where there are none.

import type { CardProps } from "./record-panel.tsx";
import { ask } from "./script.ts";

export function CardDoubles(props: CardProps) {
  const { doubles, merged } = props.card;
  if (doubles.length + merged.length === 0) return null;
  return (
    <section aria-label="Doubles">
      <h3>{doubles.length > 0 ? "Looks like" : "Is one with"}</h3>
      <Alike {...props} />
      <Merged {...props} />
    </section>
  );
}

function Alike({ card, isBusy, onAct }: CardProps) {
  const { board, record, doubles } = card;
  return (
    <ul>
      {doubles.map((double) => (
        <li key={double.record} class="line">
          <p>
            {double.name} <span class="secondary">in {double.board}</span>
          </p>
          <p class="secondary">{double.sentence}</p>
          <button
            type="button"
            aria-disabled={isBusy}
            onClick={() =>
              void onAct(
                () => ask("pageMerge", { board, record, other: double.record, otherBoard: double.board }),
                "counts twice",
              )
            }
          >
            Make “{double.name}” one with this
          </button>
        </li>
      ))}
    </ul>
  );
}

function Merged({ card, isBusy, onAct }: CardProps) {
  const { board, record, merged } = card;
  if (merged.length === 0) return null;
  return (
    <div class="buttons">
      {merged.map(({ record: other, name }) => (
        <button
          key={other}
          type="button"
          aria-disabled={isBusy}
          onClick={() => void onAct(() => ask("pageUnmerge", { board, record, other }), "counts twice")}
        >
          Take “{name}” out again
        </button>
      ))}
    </div>
  );
}
