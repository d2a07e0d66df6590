// The stages that a record may move to. Where something is missing, the button opens what would mend it: the missing
// fields to fill in, the missing activity to log; filling in and moving is one act.

import "./card-moves.css";
import { useId, useRef, useState } from "preact/hooks";
import type { CardMove } from "../../shared/report/views/card-moves.ts";
import { MissingForm } from "./missing-form.tsx";
import type { CardProps } from "./record-panel.tsx";
import { ask } from "./script.ts";

export function CardMoves(props: CardProps) {
  const { moves } = props.card;
  const nexts = moves.filter(({ isNext }) => isNext);
  const others = moves.filter(({ isNext }) => !isNext);
  const isShort = nexts.every((move) => kindOf(move) === "closed");
  if (props.card.acts.reopen) return <Closed {...props} />;
  return (
    <section aria-label="Move">
      <h3>Move to</h3>
      <MoveLines {...props} moves={isShort ? moves : nexts} />
      {!isShort && others.length > 0 && (
        <details>
          <summary>Other stages</summary>
          <MoveLines {...props} moves={others} />
        </details>
      )}
    </section>
  );
}

// What is closed goes nowhere else: each stage would say the same.
function Closed({ card, isBusy, onAct }: CardProps) {
  const { board, record, stage, acts } = card;
  const reopen = () => ask("pageAct", { board, record, act: "reopen", note: "" });
  const onward = card.moves.filter((move) => kindOf(move) !== "closed");
  return (
    <section aria-label="Move">
      <h3>Move to</h3>
      <MoveLines {...{ card, isBusy, onAct, faults: {} }} moves={onward} />
      <p class="secondary">
        “{stage.name}” is closed; Reopen takes it {acts.reopenTo ?? "back"}
      </p>
      <button type="button" aria-disabled={isBusy} onClick={() => void onAct(reopen, "counts twice")}>
        Reopen
      </button>
    </section>
  );
}

/** At once, after something was offered to fill in, or not at all. */
type MoveKind = "open" | "mendable" | "closed";

function kindOf({ allowed, missing }: CardMove): MoveKind {
  if (missing.length > 0) return "mendable";
  return allowed ? "open" : "closed";
}

// Where nothing on this page would help there is no button, and each reason is told once.
function MoveLines(props: CardProps & { readonly moves: readonly CardMove[] }) {
  const { moves, ...card } = props;
  const closed = moves.filter((move) => kindOf(move) === "closed");
  const reasons = [...new Set(closed.map(({ reason }) => reason))];
  return (
    <>
      {moves
        .filter((move) => !closed.includes(move))
        .map((move) => (
          <MoveLine key={move.stage.id} {...card} move={move} />
        ))}
      {reasons.map((reason) => (
        <p key={reason} class="line secondary">
          {reason}
        </p>
      ))}
    </>
  );
}

function MoveLine(props: CardProps & { readonly move: CardMove }) {
  const { card, move, isBusy, onAct } = props;
  const [isOpen, setOpen] = useState(false);
  const reasonId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { board, record } = card;
  const isMendable = kindOf(move) === "mendable";
  const goThere = () => {
    if (isMendable) setOpen(!isOpen);
    else void onAct(() => ask("pageMove", { board, record, stage: move.stage.name, values: {} }), "harmless");
  };
  const cancel = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div class="move">
      <button
        ref={button}
        type="button"
        class={move.isNext && !isMendable ? "action" : undefined}
        style={{ borderInlineStart: `6px solid ${move.stage.colour}` }}
        aria-disabled={isBusy}
        aria-describedby={move.reason === "" ? undefined : reasonId}
        aria-expanded={isMendable ? isOpen : undefined}
        onClick={goThere}
      >
        {move.stage.name}
      </button>
      {move.reason !== "" && (
        <p class="secondary" id={reasonId}>
          {move.reason}
        </p>
      )}
      {isMendable && isOpen && <MissingForm {...props} onMoved={() => setOpen(false)} onCancel={cancel} />}
    </div>
  );
}
