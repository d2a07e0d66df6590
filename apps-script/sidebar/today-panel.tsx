// Today: what somebody has to do, most urgent first. A click opens the record; what waits outside of a board is shown
// in its tab.

import { useState } from "preact/hooks";
import type { TodayGroup, TodayItem } from "../../shared/report/views/today-item.ts";
import type { TodayView } from "../../shared/report/views/today-view.ts";
import { AskedView } from "./asked-view.tsx";
import { OutcomeNotice } from "./notice.tsx";
import type { PanelProps } from "./panel.ts";
import { ask } from "./script.ts";
import { showCell } from "./show-in-sheet.ts";
import { useAct } from "./use-act.ts";
import { useAnswer } from "./use-answer.ts";

export function TodayPanel({ visit, onRecord, onNewBoard }: PanelProps) {
  const asked = useAnswer(() => ask("pageToday", {}), [visit]);
  const { act, outcome } = useAct();
  const open = ({ board, record, place }: TodayItem) => {
    if (record !== "") onRecord({ board, record });
    else if (place !== undefined) void act(() => showCell(place));
  };
  return (
    <AskedView asked={asked} onNewBoard={onNewBoard}>
      {(today) => (
        <>
          <OutcomeNotice outcome={outcome} />
          <Groups today={today} onOpen={open} />
        </>
      )}
    </AskedView>
  );
}

function Groups(props: { readonly today: TodayView; readonly onOpen: (item: TodayItem) => void }) {
  const { today, onOpen } = props;
  if (today.nothing !== undefined) return <p class="empty">{today.nothing}</p>;
  return (
    <>
      {today.groups.map((group) => (
        <section key={group.kind} aria-label={group.title}>
          <h2>
            {group.title} <span class="secondary">{group.count}</span>
          </h2>
          <Items group={group} onOpen={onOpen} />
        </section>
      ))}
    </>
  );
}

/** What one sees at a glance; the rest of a group opens on demand. */
const MOST_AT_FIRST = 5;

function Items({
  group,
  onOpen,
}: {
  readonly group: TodayGroup;
  readonly onOpen: (item: TodayItem) => void;
}) {
  const { count, items } = group;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, MOST_AT_FIRST);
  return (
    <>
      <ul>
        {shown.map((item, index) => (
          <li key={`${item.board} ${item.record} ${index}`}>
            <Item item={item} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {items.length > MOST_AT_FIRST && (
        <button type="button" class="plain" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? "Show fewer" : `Show ${items.length - MOST_AT_FIRST} more`}
        </button>
      )}
      {isWhole && count > items.length && (
        <p class="secondary">and {count - items.length} more in the sheet</p>
      )}
    </>
  );
}

function Item(props: { readonly item: TodayItem; readonly onOpen: (item: TodayItem) => void }) {
  const { item, onOpen } = props;
  const where = [item.board, item.stage, item.owner].filter((part) => part !== "").join(" · ");
  return (
    <button type="button" class="card" onClick={() => onOpen(item)}>
      <strong>{item.name}</strong>
      <span>{item.sentence}</span>
      <span class="secondary">{where}</span>
    </button>
  );
}
