// Whatever is typed over a cell of the set-up tabs: either the book goes on as it was and a problem says where and what
// would be right, or the cell means what it says and nothing else means anything else. The eight built-in pipelines,
// with a team and days off, cell by cell and in pairs.

import fc from "fast-check";
import { expect, test } from "vitest";
import { Definition } from "../../../../shared/definition/pipeline.ts";
import { readSetup } from "../../../../shared/definition/setup/read-setup.ts";
import { setupRows, setupTabs } from "../../../../shared/definition/setup/write-setup.ts";
import { type Cell, cellAddress, nameKey, textOf } from "../../../../shared/table/cell.ts";
import { readCell } from "../../../../shared/table/field-value.ts";
import { yesNoFromText } from "../../../../shared/table/yes-no-text.ts";
import { type Book, books, type Place, placesIn, type Spoiled, spoil, spoiledIn } from "./spoiled.ts";

/** What an empty cell means, where it means anything. */
const EMPTY_MEANS: Readonly<Record<string, readonly string[]>> = {
  "Pipelines.pipeline": ["Board"],
  "Pipelines.noun": ["record"],
  "Pipelines.working_days": ["Mon, Tue, Wed, Thu, Fri"],
  "Pipelines.practice": ["no"],
  "Pipelines.zone": ["UTC"],
  "Stages.kind": ["open"],
  "Stages.main_line": ["yes", "no"],
  "Stages.enforce": ["refuse"],
  "Fields.type": ["text"],
  "Milestones.points": ["1"],
  "Messages.purpose": ["service"],
};
/** The only cell of its row that is read. */
const EMPTIED = new Set(["Calendar.day"]);
/** Nothing is done with it. */
const FREE = new Set(["Calendar.what"]);
/** Cells in other places that follow: the names of things, and "Main line" of a stage that is no step any more. */
const LEADING = new Set([
  "Calendar.day",
  "Pipelines.board",
  "Pipelines.pipeline",
  "Stages.stage",
  "Stages.kind",
  "Fields.field",
  "Messages.message",
  "Team.person",
]);

/** A text as it is compared: how it is spaced, quoted or capitalised does not matter, nor which word says yes. */
function meaning(text: string): string {
  const key = nameKey(text);
  const number = key === "" ? Number.NaN : Number(key.replace(/\s*%$/, ""));
  const yes = yesNoFromText(Number.isFinite(number) ? String(number + 0) : text);
  if (yes !== undefined) return yes ? "yes" : "no";
  if (Number.isFinite(number)) return String(number);
  const parts = key.replace(/"/g, "").split(/[\s,;]+/);
  return parts.filter((part) => part !== "").join(" ");
}

function isSaid({ place, cell }: Spoiled, written: Cell | undefined): boolean {
  const column = `${place.tab}.${place.key}`;
  const text = textOf(written);
  const said = meaning(textOf(cell));
  if (said === "") return meaning(text) === "" || EMPTY_MEANS[column]?.includes(text) === true;
  // Whatever is a time of day: the type's own tests say what is.
  if (place.key === "digest_at") return text === readCell(cell, { type: "time" }).value;
  // A day off that is not a day is a problem; whatever has a serial number is one.
  if (typeof cell === "object") return ["day", "away_until"].includes(place.key) && text === textOf(cell);
  return meaning(text) === said || (said === "no" && text === "");
}

function rowsBy(definition: Definition) {
  const rows = setupRows(definition);
  return (place: Place) => {
    const layout = setupTabs.find(({ tab }) => tab === place.tab);
    return rows[layout?.key ?? ""]?.[place.row - 2]?.[place.key];
  };
}

function addressOf({ tab, row, column }: Place): string {
  return `${tab}!${cellAddress(row, column)}`;
}

function check(book: Book, all: readonly Spoiled[]): void {
  const { definition, problems } = readSetup(all.reduce(spoil, book.tables), book.definition);
  if (problems.length > 0) {
    expect(definition).toBe(book.definition);
    for (const { message } of problems)
      expect(message).not.toMatch(/\.$|please|invalid|undefined|NaN|\[object/);
    const told = problems.filter(({ tab, cell, message }) =>
      all.some(({ place, cell: typed }) => {
        // A name that now stands twice is told at the lower of the two; a field that is no day any more, where one is
        // wanted; a choice without values, at the cell for them.
        const isNamed =
          message.includes(`"${textOf(typed)}" stands in row`) || /^".*" is not a day field/.test(message);
        const isOfRow = tab === place.tab && cell?.replace(/^[A-Z]+/, "") === String(place.row);
        return `${tab}!${cell}` === addressOf(place) || isOfRow || isNamed;
      }),
    );
    expect(told, JSON.stringify({ all, problems })).not.toEqual([]);
    return;
  }
  expect(Definition.safeParse(definition).error).toBeUndefined();
  const written = rowsBy(definition);
  const before = rowsBy(book.definition);
  for (const place of placesIn(book.tables)) {
    const spoiled = all.find(
      ({ place: { tab, row, column } }) => tab === place.tab && row === place.row && column === place.column,
    );
    if (FREE.has(`${place.tab}.${place.key}`)) continue;
    if (spoiled !== undefined) {
      // What stood there already follows what it names.
      const isAsBefore = meaning(textOf(spoiled.cell)) === meaning(textOf(before(place)));
      if (isAsBefore && all.length > 1) continue;
      // A row in which nothing stands any more is none.
      if (!EMPTIED.has(`${place.tab}.${place.key}`) || meaning(textOf(spoiled.cell)) !== "")
        expect(isSaid(spoiled, written(place)), JSON.stringify([spoiled, written(place)])).toBe(true);
    } else if (all.every((each) => !LEADING.has(`${each.place.tab}.${each.place.key}`))) {
      expect(textOf(written(place)), JSON.stringify([all, place])).toBe(textOf(before(place)));
    }
  }
}

test.each(books.map((book) => [book.key, book] as const))("%s: any cell may be typed over", (_key, book) => {
  fc.assert(
    fc.property(spoiledIn(book.tables), (spoiled) => check(book, [spoiled])),
    { numRuns: 60 },
  );
});

test.each(books.map((book) => [book.key, book] as const))("%s: so may any two", (_key, book) => {
  fc.assert(
    fc.property(spoiledIn(book.tables), spoiledIn(book.tables), (first, second) => {
      const isOther = addressOf(first.place) !== addressOf(second.place);
      check(book, isOther ? [first, second] : [first]);
    }),
    { numRuns: 60 },
  );
});
