// The list of tabs, as people who use a keyboard know it: one stop for Tab, arrow keys between the tabs, Home and End
// to the first and the last.

import "./tab-list.css";
import { useRef } from "preact/hooks";

export interface Tab<Key extends string> {
  readonly key: Key;
  readonly title: string;
}

export function TabList<Key extends string>(props: {
  readonly tabs: readonly Tab<Key>[];
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
}) {
  const { tabs, chosen, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  const go = (index: number) => {
    const tab = tabs[(index + tabs.length) % tabs.length];
    if (tab === undefined) return;
    onChoose(tab.key);
    list.current?.querySelector<HTMLElement>(`#${tabId(tab.key)}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const now = tabs.findIndex(({ key }) => key === chosen);
    const wanted = placeAfter(event.key, { now, last: tabs.length - 1 });
    if (wanted === undefined) return;
    event.preventDefault();
    go(wanted);
  };
  return (
    <div class="tabs" role="tablist" aria-label="Stageline" ref={list} onKeyDown={onKeyDown}>
      {tabs.map(({ key, title }) => (
        <button
          key={key}
          id={tabId(key)}
          type="button"
          role="tab"
          aria-selected={key === chosen}
          aria-controls={panelId(key)}
          tabIndex={key === chosen ? 0 : -1}
          onClick={() => onChoose(key)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

export function tabId(key: string): string {
  return `tab-${key}`;
}

export function panelId(key: string): string {
  return `panel-${key}`;
}

function placeAfter(
  key: string,
  { now, last }: { readonly now: number; readonly last: number },
): number | undefined {
  switch (key) {
    case "ArrowRight":
      return now + 1;
    case "ArrowLeft":
      return now - 1;
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}
