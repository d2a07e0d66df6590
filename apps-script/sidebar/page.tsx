// The page in the sidebar: its tabs, and which record is shown. A tab that was opened stays as it was left, so that
// nothing typed is lost on the way to another; what it shows is asked anew each time it is opened. The menu may open
// the page as a dialog with one panel alone.

import "./tokens.css";
import "./page.css";
import "./button.css";
import { render } from "preact";
import { useState } from "preact/hooks";
import { AdoptPanel } from "./adopt-panel.tsx";
import { BoardPage } from "./board-view/board-page.tsx";
import { FirstPage, NewBoardPage } from "./first-run/first-page.tsx";
import { YoungBand } from "./first-run/young-band.tsx";
import { HealthPanel } from "./health-panel.tsx";
import { MoreDialogs } from "./more-dialogs.tsx";
import { NewRecordPanel } from "./new-record-panel.tsx";
import { NumbersPanel } from "./numbers-panel.tsx";
import type { PanelProps, RecordPlace } from "./panel.ts";
import { RecordPanel } from "./record-panel.tsx";
import { panelId, TabList, tabId } from "./tab-list.tsx";
import { TodayPanel } from "./today-panel.tsx";

const TABS = [
  { key: "today", title: "Today", Panel: TodayPanel },
  { key: "record", title: "Record", Panel: RecordPanel },
  { key: "new", title: "New", Panel: NewRecordPanel },
  { key: "numbers", title: "Numbers", Panel: NumbersPanel },
  { key: "health", title: "Health", Panel: HealthPanel },
] as const;

type TabKey = (typeof TABS)[number]["key"];

/** Which tab is open, and of each that was opened the visit at which it was opened last. */
interface Visits {
  readonly open: TabKey;
  readonly count: number;
  readonly last: Partial<Record<TabKey, number>>;
}

function SidebarPage({ start }: { readonly start: TabKey }) {
  const [visits, setVisits] = useState<Visits>({ open: start, count: 1, last: { [start]: 1 } });
  const [record, setRecord] = useState<RecordPlace>();
  const openTab = (open: TabKey) =>
    setVisits(({ count, last }) => ({ open, count: count + 1, last: { ...last, [open]: count + 1 } }));
  const onRecord = (place: RecordPlace | undefined) => {
    setRecord(place);
    openTab("record");
  };
  return (
    <MoreDialogs onClosed={() => openTab(visits.open)}>
      {({ onNewBoard }) => (
        <>
          <TabList tabs={TABS} chosen={visits.open} onChoose={openTab} />
          <YoungBand visit={visits.count} onRecord={onRecord} />
          {TABS.map(({ key, Panel }) => {
            const visit = visits.last[key];
            const isOpen = key === visits.open;
            const props: Omit<PanelProps, "visit"> = { isOpen, record, onRecord, onNewBoard };
            return (
              <div
                key={key}
                id={panelId(key)}
                class="panel"
                role="tabpanel"
                aria-labelledby={tabId(key)}
                hidden={!isOpen}
              >
                {visit !== undefined && <Panel {...props} visit={visit} />}
              </div>
            );
          })}
        </>
      )}
    </MoreDialogs>
  );
}

function StartPage({ start }: { readonly start: string }) {
  if (start === "board-view") return <BoardPage />;
  if (start === "start") return <FirstPage>{() => <SidebarPage start="today" />}</FirstPage>;
  if (start === "new-board") return <NewBoardPage />;
  if (start === "adopt")
    return (
      <main class="panel">
        <AdoptPanel />
      </main>
    );
  return <SidebarPage start={TABS.find(({ key }) => key === start)?.key ?? "today"} />;
}

const place = document.getElementById("page");
if (place !== null) render(<StartPage start={document.body.dataset["start"] ?? ""} />, place);
