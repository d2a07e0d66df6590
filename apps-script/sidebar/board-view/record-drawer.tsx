// A record beside its board: all of it where a card was opened; where a card could not be moved, why, and the form of what
// is missing, to fill in at once. What is done here is done as in the sidebar, and the board hears of it.

import "./record-drawer.css";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { RecordCard } from "../../../shared/report/views/record-card.ts";
import { AskedAnswer } from "../asked-view.tsx";
import { CardActivity } from "../card-activity.tsx";
import { CardDoubles } from "../card-doubles.tsx";
import { CardFields } from "../card-fields.tsx";
import { CardHead } from "../card-head.tsx";
import { CardHistory, CardUndo } from "../card-history.tsx";
import { CardMoves } from "../card-moves.tsx";
import { MissingForm } from "../missing-form.tsx";
import { OutcomeNotice, Waiting } from "../notice.tsx";
import type { RecordPlace } from "../panel.ts";
import type { CardAnswer, CardProps } from "../record-panel.tsx";
import { ask } from "../script.ts";
import { type Repeat, useAct } from "../use-act.ts";
import { useAnswer } from "../use-answer.ts";
import { stillWords, type UnmovedCard } from "./use-board.ts";

export type DrawerSubject =
  | { readonly kind: "record"; readonly place: RecordPlace }
  | ({ readonly kind: "unmoved" } & UnmovedCard);

export function RecordDrawer(props: {
  readonly subject: DrawerSubject;
  readonly onActed: (answer: CardAnswer) => void;
  readonly onClose: () => void;
}) {
  const { subject, onActed, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const asked = useAnswer(() => cardFor(subject), [subject]);
  const { act, isBusy, outcome } = useAct();
  const onAct = (work: () => Promise<CardAnswer>, repeat?: Repeat) =>
    act(async () => {
      const answer = await work();
      asked.show({ card: answer.card });
      onActed(answer);
      return answer.said;
    }, repeat);
  const close = () => dialog.current?.close();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // The board stays open around it.
    event.preventDefault();
    close();
  };
  const title = subject.kind === "record" ? "Record" : subject.card.name;
  return (
    <dialog ref={dialog} class="drawer" aria-label={title} onClose={onClose} onKeyDown={onKeyDown}>
      <button type="button" class="plain close" onClick={close}>
        Close
      </button>
      <Waiting isWaiting={isBusy} kind="saving" />
      <AskedAnswer asked={asked}>
        {({ card }) => {
          const cardProps = { card, isBusy, onAct, faults: outcome?.fields ?? NO_FAULTS };
          return (
            <>
              <h2>{card.name}</h2>
              <OutcomeNotice outcome={outcome} />
              {subject.kind === "record" ? (
                <Whole {...cardProps} />
              ) : (
                <Unmoved
                  {...cardProps}
                  unmoved={subject}
                  hasActed={outcome?.kind === "said"}
                  onClose={close}
                />
              )}
            </>
          );
        }}
      </AskedAnswer>
    </dialog>
  );
}

const NO_FAULTS = {};

function cardFor(subject: DrawerSubject): Promise<{ readonly card: RecordCard }> {
  return subject.kind === "record"
    ? ask("pageRecord", subject.place)
    : Promise.resolve({ card: subject.card });
}

function Whole(props: CardProps) {
  return (
    <>
      <CardHead {...props} />
      <CardMoves {...props} />
      <CardActivity {...props} />
      <CardFields {...props} />
      <CardDoubles {...props} />
      <CardHistory card={props.card}>
        <CardUndo {...props} />
      </CardHistory>
    </>
  );
}

type UnmovedProps = CardProps & {
  readonly unmoved: UnmovedCard;
  /** Whether something was done about it. */
  readonly hasActed: boolean;
  readonly onClose: () => void;
};

function Unmoved(props: UnmovedProps) {
  const { unmoved, hasActed, onClose, ...cardProps } = props;
  const { card } = cardProps;
  const [isWhole, setWhole] = useState(false);
  const move = card.moves.find(({ stage }) => stage.id === unmoved.wanted);
  const isMendable = move !== undefined && move.missing.length > 0;
  if (isWhole || !isMendable)
    return (
      <>
        {!hasActed && <Why card={card} unmoved={unmoved} isAllowed={move?.allowed === true} />}
        <Whole {...cardProps} />
      </>
    );
  return (
    <>
      {!hasActed && <Why card={card} unmoved={unmoved} isAllowed={move.allowed} />}
      <MissingForm {...cardProps} move={move} onMoved={onClose} onCancel={onClose} />
      <button type="button" class="plain" onClick={() => setWhole(true)}>
        Show the whole record
      </button>
    </>
  );
}

function Why(props: {
  readonly card: RecordCard;
  readonly unmoved: UnmovedCard;
  /** Whether it may go all the same, as in practice. */
  readonly isAllowed: boolean;
}) {
  return (
    <div class={props.isAllowed ? "notice" : "notice failed"} role="alert">
      <p>{stillWords(props.card, props.unmoved.reason)}</p>
    </div>
  );
}
