// Record: the card of the row that is selected in the sheet, or of the record that was opened from elsewhere on the page.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { RecordCard } from "../../shared/report/views/record-card.ts";
import type { HistoryGrowth } from "../page/written-act.ts";
import { AskedView } from "./asked-view.tsx";
import { CardActivity } from "./card-activity.tsx";
import { CardDoubles } from "./card-doubles.tsx";
import { CardFields } from "./card-fields.tsx";
import { CardHead } from "./card-head.tsx";
import { CardHistory, CardUndo } from "./card-history.tsx";
import { CardMoves } from "./card-moves.tsx";
import { MoveUndo } from "./first-run/move-undo.tsx";
import { OutcomeNotice, Waiting } from "./notice.tsx";
import type { PanelProps, RecordPlace } from "./panel.ts";
import { ask } from "./script.ts";
import { type Repeat, useAct } from "./use-act.ts";
import { useAnswer } from "./use-answer.ts";
import { type SelectedRow, useSelection } from "./use-selection.ts";

/** What the parts of the card are given: the card, and how an act of theirs is done. */
export interface CardProps {
  readonly card: RecordCard;
  readonly isBusy: boolean;
  /** Does it, shows its card and says so; tells whether it was done. */
  readonly onAct: (work: () => Promise<CardAnswer>, repeat?: Repeat) => Promise<boolean>;
  /** What was wrong with the last act, by the field's id. */
  readonly faults: Readonly<Record<string, string>>;
}

export interface CardAnswer {
  readonly said: string;
  readonly card: RecordCard;
  /** Whether it was a move, which may be taken back from where it is told. */
  readonly isMove?: boolean;
  /** Absent where nothing was written. */
  readonly history?: HistoryGrowth;
}

export function RecordPanel({ visit, isOpen, record, onRecord, onNewBoard }: PanelProps) {
  const asked = useAnswer(() => shown(record), [visit, record]);
  const { act, clear, isBusy, outcome } = useAct();
  const [isMoved, setMoved] = useState(false);
  useEffect(clear, [visit, record]);
  const onAct = (work: () => Promise<CardAnswer>, repeat?: Repeat) =>
    act(async () => {
      const { said, card, isMove = false } = await work();
      setMoved(isMove);
      const { row } = asked.answer ?? {};
      asked.show({ card, ...(row === undefined ? {} : { row }) });
      return said;
    }, repeat);
  const again = () => {
    clear();
    asked.again();
  };
  const showSelected = () => (record === undefined ? again() : onRecord(undefined));
  const known = record === undefined ? asked.answer?.row : undefined;
  const elsewhere = useSelection(isOpen, known);
  const beside = (
    <button type="button" class="plain" onClick={showSelected}>
      Show the selected row
    </button>
  );
  return (
    <AskedView asked={{ ...asked, again }} onNewBoard={onNewBoard} beside={beside}>
      {({ card, hint }) => (
        <>
          <Waiting isWaiting={isBusy} kind="saving" />
          <OutcomeNotice outcome={outcome}>
            {isMoved && outcome?.kind === "said" && <MoveUndo {...{ card, isBusy, onAct }} />}
          </OutcomeNotice>
          {elsewhere !== undefined && <Elsewhere row={elsewhere} onShow={showSelected} />}
          {card === null ? (
            <NoRecord hint={hint ?? ""} />
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

function Elsewhere({ row, onShow }: { readonly row: SelectedRow; readonly onShow: () => void }) {
  return (
    <div class="notice practice" role="status">
      <p>
        Row {row.row} of “{row.tab}” is selected in the sheet now
      </p>
      <button type="button" onClick={onShow}>
        Show that one
      </button>
    </div>
  );
}

function NoRecord({ hint }: { readonly hint: string }) {
  return (
    <>
      <h2>No record is shown</h2>
      <p>{hint}</p>
      <p class="secondary">
        Click any cell of its row, then “Show the selected row” above. Here you see where it stands, move it,
        log what happened, and read what became of it.
      </p>
    </>
  );
}

/** What is shown, and the row that was selected when it was asked for. */
interface ShownRecord {
  readonly card: RecordCard | null;
  readonly hint?: string;
  readonly row?: SelectedRow;
}

const NO_FAULTS = {};

async function shown(record: RecordPlace | undefined): Promise<ShownRecord> {
  if (record !== undefined) return ask("pageRecord", record);
  const { tab, row, ...rest } = await ask("pageSelected", {});
  return { ...rest, row: { tab, row } };
}

// Whoever opened a record from elsewhere on the page goes on at its name; who came by the tabs stays there.
function Card(props: CardProps & { readonly opened: RecordPlace | undefined }) {
  const { card, opened } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (opened !== undefined) heading.current?.focus();
  }, [opened]);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {card.name}
      </h2>
      <CardHead {...props} />
      <CardMoves {...props} />
      <CardActivity {...props} />
      <CardFields {...props} />
      <CardDoubles {...props} />
      <CardHistory card={card}>
        <CardUndo {...props} />
      </CardHistory>
    </>
  );
}
