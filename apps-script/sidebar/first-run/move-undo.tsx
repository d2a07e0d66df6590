// Takes a move back from where it was told. Whoever takes it back is told so in the same place, without another offer.

import { useEffect } from "preact/hooks";
import type { RecordCard } from "../../../shared/report/views/record-card.ts";
import type { CardProps } from "../record-panel.tsx";
import { ask } from "../script.ts";
import { tellAct } from "./told-acts.ts";

export function MoveUndo(props: Pick<CardProps, "isBusy" | "onAct"> & { readonly card: RecordCard | null }) {
  const { card, isBusy, onAct } = props;
  useEffect(tellAct, []);
  if (card?.acts.undo === undefined) return null;
  const { board, record, acts } = card;
  const undo = async () => {
    const { isMove: _, ...answer } = await ask("pageAct", { board, record, act: "undo", note: "" });
    return answer;
  };
  return (
    <button type="button" aria-disabled={isBusy} onClick={() => void onAct(undo, "counts twice")}>
      Undo: {acts.undo}
    </button>
  );
}
