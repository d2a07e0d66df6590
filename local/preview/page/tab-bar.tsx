// The tabs of the book that are in sight.

import type { ShownTab } from "./window-state.ts";

export interface TabBarProps {
  readonly tabs: readonly ShownTab[];
  readonly open: number;
  readonly onOpen: (tab: number) => void;
}

export function TabBar({ tabs, open, onOpen }: TabBarProps) {
  return (
    <nav class="tabs" aria-label="Tabs of the book">
      {tabs.map(({ id, name, colour }) => (
        <button
          type="button"
          key={id}
          aria-current={id === open ? "page" : undefined}
          style={colour === "" ? {} : { borderBottomColor: colour }}
          onClick={() => onOpen(id)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
