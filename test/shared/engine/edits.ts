// Random hands: what an editor may do to a book of two boards, as data that fast-check draws and shrinks. Which row
// an edit means is told by a number, so that every sequence of edits fits every book.

import fc from "fast-check";
import type { TableRow } from "../../../shared/table/table.ts";
import { anotherLike, openWorld, type Typed, type World } from "../../world.ts";
import { ruledDeals } from "./deals.ts";

export type Edit =
  | { readonly do: "add"; readonly tab: string; readonly cells: Typed }
  | { readonly do: "type"; readonly tab: string; readonly row: number; readonly cells: Typed }
  | { readonly do: "copy" | "delete" | "move"; readonly tab: string; readonly row: number }
  | { readonly do: "bring back" }
  | { readonly do: "sort" | "sort torn"; readonly tab: string; readonly header: string }
  | { readonly do: "run" };

const tab = fc.constantFrom("Deals", "Projects");
const row = fc.nat({ max: 11 });
const stage = fc.constantFrom("Lead", "Offer", "Proposal", "Won", "Loop", "Parked", "Lost", "Wonn", null);
const log = fc.constantFrom("Call", "Reply: yes", "Hand over", "Reopen", "Undo", "Cal", "Note");
const note = fc.constantFrom("Cleo", "called back", null);
const typed: fc.Arbitrary<Typed> = fc.oneof(
  fc.record({ Stage: stage }),
  fc.record({ Stage: stage, Budget: fc.constantFrom(500, null) }),
  fc.record({ Log: log, "Log note": note }),
  fc.record({ Log: log, "Log note": note, Stage: stage }),
  fc.record({ Owner: fc.constantFrom("Bob", "Dan") }),
  fc.record({ Temperature: fc.constantFrom("Hot", "Warm", null) }),
  fc.record({ Temperature: fc.constantFrom("Hot", null), Stage: stage, Log: log }),
  fc.record({ Signed: fc.constantFrom("yes", "no", "perhaps") }),
);

const gentle: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("add" as const), tab, cells: typed }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("type" as const), tab, row, cells: typed }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("copy" as const, "delete" as const, "move" as const),
      tab,
      row,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("bring back" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("sort" as const, "sort torn" as const),
      tab,
      header: fc.constantFrom("Name", "Stage"),
    }),
  },
);

/** Edits between two runs. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(gentle, { minLength: 1, maxLength: 8 });

/** The same without a sort that tears rows apart. */
export const wholeEdits: fc.Arbitrary<readonly Edit[]> = edits.map((all) =>
  all.filter((edit) => edit.do !== "sort torn"),
);

/** Values that are typed before and after a sort that tears rows apart. */
export const tornEdits: fc.Arbitrary<readonly Edit[]> = fc
  .tuple(edits, fc.constantFrom("Name", "Stage"), tab, edits)
  .map(([before, header, where, after]) => [
    ...before.filter((edit) => edit.do === "type"),
    { do: "sort torn", tab: where, header },
    ...after.filter((edit) => edit.do === "type"),
  ]);

/** Edits with runs between them. */
export const sessions: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: gentle },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("run" as const) }) },
  ),
  { minLength: 1, maxLength: 16 },
);

/** A book with two boards and some records on each, seen once. */
export function randomWorld(): World {
  begun ??= begunWorld();
  return anotherLike(begun);
}

let begun: World | undefined;

// Making it is slow: once for all worlds that begin so.
function begunWorld(): World {
  const world = openWorld({
    boards: { Deals: ruledDeals, Projects: { ...ruledDeals, name: "Projects" } },
  });
  world.add([{ Name: "ada" }, { Name: "bea", Stage: "Offer", Budget: 5 }, { Name: "cy", Stage: "Won" }]);
  world.add(
    [
      { Name: "dan", Stage: "Lost" },
      { Name: "eve", Stage: "Parked" },
    ],
    "Projects",
  );
  world.run();
  return world;
}

/** Hands that remember what they cut out, and never give two rows one name. */
export function handsOn(world: World): (edit: Edit) => void {
  const bin: { readonly tab: string; readonly row: TableRow }[] = [];
  let count = 0;
  const nameIn = (board: string, number: number): string | undefined => {
    const names = world.names(board).filter((name) => name !== "");
    return names[number % Math.max(names.length, 1)];
  };
  return (edit) => {
    count += 1;
    if (edit.do === "run") world.run();
    else if (edit.do === "add") world.add({ Name: `new ${count}`, ...edit.cells }, edit.tab);
    else if (edit.do === "sort") world.sort(edit.header, edit.tab);
    else if (edit.do === "sort torn") world.sortTorn(edit.header, edit.tab);
    else if (edit.do === "bring back") {
      const last = bin.pop();
      if (last !== undefined) world.bringBack(last.row, last.tab);
    } else if ("row" in edit) {
      const name = nameIn(edit.tab, edit.row);
      if (name === undefined) return;
      if (edit.do === "type") world.edit(name, edit.cells, edit.tab);
      else if (edit.do === "copy")
        world.copyRow(name, { from: edit.tab, tab: edit.tab, as: `copy ${count}` });
      else if (edit.do === "delete") bin.push({ tab: edit.tab, row: world.deleteRow(name, edit.tab) });
      else world.cutRow(name, { from: edit.tab, to: edit.tab === "Deals" ? "Projects" : "Deals" });
    }
  };
}
