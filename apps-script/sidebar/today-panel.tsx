// Today: what somebody has to do, most urgent first. A click opens the record; what waits outside of a board is shown
// in its tab. Below stands what others changed, and who looks after the whole sees how much lies with whom.

import { useState } from "preact/hooks";
import type { TodayGroup, TodayItem } from "../../shared/report/views/today-item.ts";
import { AskedView } from "./asked-view.tsx";
import { ChangesSection } from "./changes-section.tsx";
import { clockWords } from "./day-words.ts";
import { PracticeBand } from "./first-run/practice-band.tsx";
import { OutcomeNotice, Waiting } from "./notice.tsx";
import type { PanelProps } from "./panel.ts";
import { PeopleTable } from "./people-table.tsx";
import { ask } from "./script.ts";
import { showCell } from "./show-in-sheet.ts";
import { TodayCard, type Ways } from "./today-card.tsx";
import { useAct } from "./use-act.ts";
import { useAnswer } from "./use-answer.ts";

export function TodayPanel({ visit, onRecord, onNewBoard }: PanelProps) {
  const [asks, setAsks] = useState(0);
  const asked = useAnswer(() => ask("pageToday", {}), [visit, asks]);
  const { act, outcome, isBusy } = useAct();
  const open = ({ board, record, place }: TodayItem) => {
    if (record !== "") onRecord({ board, record });
    else if (place !== undefined) void act(() => showCell(place), "harmless");
  };
  const ways: Ways = {
    isBusy,
    onOpen: open,
    // What was done is gone from the list as soon as it is asked for anew.
    onAct: (work) =>
      act(async () => {
        const { said } = await work();
        setAsks((count) => count + 1);
        return said;
      }, "harmless"),
  };
  const stamp = asked.answer === undefined ? undefined : clockWords(asked.answer.asOf);
  return (
    <AskedView asked={asked} onNewBoard={onNewBoard} stamp={stamp}>
      {({ headline, note, practice, nothing, groups, people, changes }) => (
        <>
          <Waiting isWaiting={isBusy} kind="saving" />
          <OutcomeNotice outcome={outcome} />
          <h2>{headline}</h2>
          {nothing !== undefined && <p class="empty">{nothing}</p>}
          {practice && <PracticeBand onLive={asked.again} />}
          {note !== undefined && <p class="secondary">{note}</p>}
          {groups.map((group) => (
            <Group key={group.kind} group={group} ways={ways} />
          ))}
          <ChangesSection changes={changes} onRecord={onRecord} />
          {people !== undefined && <PeopleTable people={people} />}
        </>
      )}
    </AskedView>
  );
}

/** What one sees at a glance; the rest of a group opens on demand. */
const MOST_AT_FIRST = 5;

function Group({ group, ways }: { readonly group: TodayGroup; readonly ways: Ways }) {
  const { count, items, title } = group;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, MOST_AT_FIRST);
  return (
    <section aria-label={title}>
      <h3>
        {title} <span class="secondary">{count}</span>
      </h3>
      <ul>
        {shown.map((item, index) => (
          <li key={`${item.board} ${item.record} ${index}`} class="item">
            <TodayCard item={item} ways={ways} />
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
    </section>
  );
}
