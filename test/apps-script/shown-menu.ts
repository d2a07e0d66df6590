// The menu as it stands before a person.

import type { MenuEntry } from "../../local/apps-script/requests.ts";
import type { Person } from "../../local/apps-script/world/person.ts";

/** Every item of the menu: its captions from the outermost on, and the function behind it. */
export function menuItems({ seen }: Person): readonly (readonly [captions: string, functionName: string])[] {
  return seen.menus.flatMap(({ entries }) => entries.flatMap((entry) => itemsOf(entry, [])));
}

function itemsOf(entry: MenuEntry, above: readonly string[]): readonly (readonly [string, string])[] {
  const captions = [...above, entry.caption];
  if (entry.functionName !== undefined) return [[captions.join(", "), entry.functionName]];
  return (entry.entries ?? []).flatMap((each) => itemsOf(each, captions));
}
