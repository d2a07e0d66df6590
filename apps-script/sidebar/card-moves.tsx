// The stages that a record may move to. Where something is missing, the button opens what would mend it: the missing
// fields to fill in, the missing activity to log; filling in and moving is one act.

import { useId, useState } from "preact/hooks";
import type { CardMove } from "../../shared/report/views/card-moves.ts";
import { MissingForm } from "./missing-form.tsx";
import type { CardProps } from "./record-panel.tsx";
import { ask } from "./script.ts";

export function CardMoves(props: CardProps) {
  const { card } = props;
  const nexts = card.moves.filter(({ isNext }) => isNext);
  const others = card.moves.filter(({ isNext }) => !isNext);
  if (card.moves.length === 0) return null;
  return (
    <section aria-label="Move">
      <h3>Move to</h3>
      {nexts.map((move) => (
        <MoveLine key={move.stage.id} {...props} move={move} />
      ))}
      {nexts.length > 0 && others.length > 0 ? (
        <details>
          <summary>Other stages</summary>
          {others.map((move) => (
            <MoveLine key={move.stage.id} {...props} move={move} />
          ))}
        </details>
      ) : (
        others.map((move) => <MoveLine key={move.stage.id} {...props} move={move} />)
      )}
    </section>
  );
}

/** How a button speaks of a move: at once, after something is filled in, or not at all. */
type MoveKind = "open" | "mendable" | "closed";

function kindOf({ allowed, missing }: CardMove): MoveKind {
  if (allowed) return "open";
  return missing.length > 0 ? "mendable" : "closed";
}

function MoveLine(props: CardProps & { readonly move: CardMove }) {
  const { card, move, isBusy, onAct } = props;
  const [isOpen, setOpen] = useState(false);
  const reasonId = useId();
  const { board, record } = card;
  const kind = kindOf(move);
  const goThere = () => {
    if (kind === "mendable") setOpen(!isOpen);
    else void onAct(() => ask("pageMove", { board, record, stage: move.stage.name, values: {} }));
  };
  return (
    <div class="move">
      <button
        type="button"
        class={move.isNext && kind === "open" ? "action" : undefined}
        style={{ borderInlineStart: `6px solid ${move.stage.colour}` }}
        aria-disabled={isBusy || kind === "closed"}
        aria-describedby={move.reason === "" ? undefined : reasonId}
        aria-expanded={kind === "mendable" ? isOpen : undefined}
        onClick={isBusy || kind === "closed" ? undefined : goThere}
      >
        {move.stage.name}
      </button>
      {move.reason !== "" && (
        <p class="secondary" id={reasonId}>
          {move.reason}
        </p>
      )}
      {kind === "mendable" && isOpen && <MissingForm {...props} onClose={() => setOpen(false)} />}
    </div>
  );
}
