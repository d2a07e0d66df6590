// Today: what somebody has to do, most urgent first. A click opens the record; what waits outside of a board is shown
// in its tab.

import type { TodayGroup, TodayItem } from "../../shared/report/views/today-item.ts";
import type { TodayView } from "../../shared/report/views/today-view.ts";
import { AskedView } from "./asked-view.tsx";
import { OutcomeNotice } from "./notice.tsx";
import type { PanelProps } from "./panel.ts";
import { ask } from "./script.ts";
import { useAct } from "./use-act.ts";
import { useAnswer } from "./use-answer.ts";

export function TodayPanel({ visit, onRecord, onNewBoard }: PanelProps) {
  const asked = useAnswer(() => ask("pageToday", {}), [visit]);
  const { act, outcome } = useAct();
  const open = ({ board, record, place }: TodayItem) => {
    if (record !== "") onRecord({ board, record });
    else if (place !== undefined) void act(async () => (await ask("pageShowCell", place)).said);
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
          <ul>
            {group.items.map((item, index) => (
              <li key={`${item.board} ${item.record} ${index}`}>
                <Item item={item} onOpen={onOpen} />
              </li>
            ))}
          </ul>
          <More group={group} />
        </section>
      ))}
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

function More({ group: { count, items } }: { readonly group: TodayGroup }) {
  const more = count - items.length;
  return more > 0 ? <p class="secondary">and {more} more</p> : null;
}
