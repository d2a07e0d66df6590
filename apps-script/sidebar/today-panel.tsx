// Today: what somebody has to do, most urgent first. A click opens the record; what waits outside of a board is shown
// in its tab. A reply that waits is answered for now by a click beside it. Who looks after the whole sees below how much
// lies with whom.

import { useState } from "preact/hooks";
import type { TodayGroup, TodayItem } from "../../shared/report/views/today-item.ts";
import type { TodayView } from "../../shared/report/views/today-view.ts";
import { AskedView } from "./asked-view.tsx";
import { ChangesSection } from "./changes-section.tsx";
import { OutcomeNotice } from "./notice.tsx";
import type { PanelProps } from "./panel.ts";
import { PeopleTable } from "./people-table.tsx";
import { ask } from "./script.ts";
import { showCell } from "./show-in-sheet.ts";
import { useAct } from "./use-act.ts";
import { useAnswer } from "./use-answer.ts";

export function TodayPanel({ visit, onRecord, onNewBoard }: PanelProps) {
  const [asks, setAsks] = useState(0);
  const asked = useAnswer(() => ask("pageToday", {}), [visit, asks]);
  const { act, outcome, isBusy } = useAct();
  const open = ({ board, record, place }: TodayItem) => {
    if (record !== "") onRecord({ board, record });
    else if (place !== undefined) void act(() => showCell(place));
  };
  const answer = async ({ board, record }: TodayItem) => {
    const { said } = await ask("pageHoldingAnswer", { board, record });
    setAsks((count) => count + 1);
    return said;
  };
  const ways = { isBusy, onOpen: open, onAnswer: (item: TodayItem) => void act(() => answer(item)) };
  return (
    <AskedView asked={asked} onNewBoard={onNewBoard}>
      {(today) => (
        <>
          <OutcomeNotice outcome={outcome} />
          <Groups today={today} ways={ways} />
          {today.people !== undefined && <PeopleTable people={today.people} />}
          <ChangesSection onRecord={onRecord} />
        </>
      )}
    </AskedView>
  );
}

/** What can be done with an item. */
interface Ways {
  readonly isBusy: boolean;
  readonly onOpen: (item: TodayItem) => void;
  readonly onAnswer: (item: TodayItem) => void;
}

function Groups({ today, ways }: { readonly today: TodayView; readonly ways: Ways }) {
  if (today.nothing !== undefined) return <p class="empty">{today.nothing}</p>;
  return (
    <>
      {today.groups.map((group) => (
        <section key={group.kind} aria-label={group.title}>
          <h2>
            {group.title} <span class="secondary">{group.count}</span>
          </h2>
          <Items group={group} ways={ways} />
        </section>
      ))}
    </>
  );
}

/** What one sees at a glance; the rest of a group opens on demand. */
const MOST_AT_FIRST = 5;

function Items({ group, ways }: { readonly group: TodayGroup; readonly ways: Ways }) {
  const { count, items } = group;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, MOST_AT_FIRST);
  return (
    <>
      <ul>
        {shown.map((item, index) => (
          <li key={`${item.board} ${item.record} ${index}`}>
            <Item item={item} ways={ways} />
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

function Item({ item, ways }: { readonly item: TodayItem; readonly ways: Ways }) {
  const where = [item.board, item.stage, item.owner].filter((part) => part !== "").join(" · ");
  return (
    <>
      <button type="button" class="card" onClick={() => ways.onOpen(item)}>
        <strong>{item.name}</strong>
        <span>{item.sentence}</span>
        <span class="secondary">{where}</span>
      </button>
      {item.holding === "possible" && (
        <button
          type="button"
          class="plain"
          aria-label={`Send a holding answer to ${item.name}`}
          aria-disabled={ways.isBusy}
          onClick={() => ways.onAnswer(item)}
        >
          Send a holding answer
        </button>
      )}
    </>
  );
}
