// Which tabs of a spreadsheet a host has to read because they are ours. A tab is ours by its mark. Where a book has lost
// its marks, as after a way through a file, it is ours by its name, and a board by what Pipelines says: then all tabs are
// read.

import { bookLayouts } from "./book-layouts.ts";
import { emptyDefinition } from "./setup/new-boards.ts";

/** A tab by its name, and the key of the layout that drew it where it bears a mark. */
export interface NamedTab {
  readonly name: string;
  readonly key?: string | undefined;
}

/**
 * Those of the tabs that are ours, in their order.
 *
 * @example
 * ownTabs([{ name: "Deals", key: "board_b1" }, { name: "Stages" }, { name: "Ideas" }]).map(({ name }) => name) //=> ["Deals", "Stages"]
 * ownTabs([{ name: "Stages" }, { name: "Ideas" }]).map(({ name }) => name) //=> ["Stages", "Ideas"]
 */
export function ownTabs<Tab extends NamedTab>(tabs: readonly Tab[]): readonly Tab[] {
  const keys = new Set(tabs.map(({ key }) => key));
  const layouts = bookLayouts(emptyDefinition({ zone: "UTC", practice: false }));
  const names = new Map(layouts.map(({ tab, key }) => [tab, key] as const));
  const isNamed = ({ name }: Tab) => {
    const key = names.get(name);
    return key !== undefined && !keys.has(key);
  };
  const isMarked = tabs.some(({ key }) => key !== undefined);
  const hasLostAll = !isMarked && tabs.some(isNamed);
  return tabs.filter((tab) => hasLostAll || tab.key !== undefined || isNamed(tab));
}
