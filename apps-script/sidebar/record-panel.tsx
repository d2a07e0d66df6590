// Record: the card of the row that is selected in the sheet, or of the record that was opened from elsewhere on the page.

import { useEffect, useRef } from "preact/hooks";
import type { RecordCard } from "../../shared/report/views/record-card.ts";
import type { HistoryGrowth } from "../page/page-acts.ts";
import { AskedView } from "./asked-view.tsx";
import { CardActivity } from "./card-activity.tsx";
import { CardDoubles } from "./card-doubles.tsx";
import { CardFields } from "./card-fields.tsx";
import { CardHead } from "./card-head.tsx";
import { CardHistory } from "./card-history.tsx";
import { CardMoves } from "./card-moves.tsx";
import { OutcomeNotice } from "./notice.tsx";
import type { PanelProps, RecordPlace } from "./panel.ts";
import { ask } from "./script.ts";
import { useAct } from "./use-act.ts";
import { useAnswer } from "./use-answer.ts";

/** What the parts of the card are given: the card, and how an act of theirs is done. */
export interface CardProps {
  readonly card: RecordCard;
  readonly isBusy: boolean;
  /** Does it, shows its card and says so; tells whether it was done. */
  readonly onAct: (work: () => Promise<CardAnswer>) => Promise<boolean>;
  /** What was wrong with the last act, by the field's id. */
  readonly faults: Readonly<Record<string, string>>;
}

export interface CardAnswer {
  readonly said: string;
  readonly card: RecordCard;
  /** Absent where nothing was written. */
  readonly history?: HistoryGrowth;
}

export function RecordPanel({ visit, record, onRecord, onNewBoard }: PanelProps) {
  const asked = useAnswer(() => shown(record), [visit, record]);
  const { act, clear, isBusy, outcome } = useAct();
  useEffect(clear, [visit, record]);
  const onAct = (work: () => Promise<CardAnswer>) =>
    act(async () => {
      const { said, card } = await work();
      asked.show({ card });
      return said;
    });
  const again = () => {
    clear();
    asked.again();
  };
  const beside = (
    <button
      type="button"
      class="plain"
      onClick={() => (record === undefined ? again() : onRecord(undefined))}
    >
      Show the selected row
    </button>
  );
  return (
    <AskedView
      asked={{ ...asked, again, isWaiting: asked.isWaiting || isBusy }}
      onNewBoard={onNewBoard}
      beside={beside}
    >
      {({ card, ...rest }) => (
        <>
          <OutcomeNotice outcome={outcome} />
          {card === null ? (
            <p class="empty">{"hint" in rest && rest.hint}</p>
          ) : (
            <Card
              key={card.record}
              {...{ card, isBusy, onAct, opened: record }}
              faults={outcome?.fields ?? NO_FAULTS}
            />
          )}
        </>
      )}
    </AskedView>
  );
}

const NO_FAULTS = {};

function shown(record: RecordPlace | undefined) {
  return record === undefined ? ask("pageSelected", {}) : ask("pageRecord", record);
}

// Whoever opened a record from elsewhere on the page goes on at its name; who came by the tabs stays there.
function Card(props: CardProps & { readonly opened: RecordPlace | undefined }) {
  const { card, opened } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened !== undefined) heading.current?.focus();
  }, [opened]);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {card.name}
      </h2>
      <CardHead {...props} />
      <CardDoubles {...props} />
      <CardMoves {...props} />
      <CardActivity {...props} />
      <CardFields {...props} />
      <CardHistory card={card} />
    </>
  );
}
