// Records that look like one: one piece of advice for each noun, at the first pair.

import type { Entry } from "../../log/entry.ts";
import { cellAddress } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { problemAt } from "../../table/tab-view.ts";
import { countOf } from "../../value/noun.ts";
import { type DoublePair, doubleRecords } from "../duplicates/double-records.ts";
import type { Advice, BookFacts } from "./advice.ts";

/**
 * What is told of records that may be one; `entriesOf` is asked for the history only where some look so.
 *
 * @example
 * doubleAdvice(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now), () => []) //=> []
 */
export function doubleAdvice(book: BookFacts, entriesOf: () => Iterable<Entry>): readonly Advice[] {
  const boards = book.pipelines.flatMap((facts) => facts.boards);
  const readings = boards.flatMap(({ reading }) => (reading === undefined ? [] : [reading]));
  const nouns = new Map<string, DoublePair[]>();
  for (const pair of doubleRecords(book.definition, readings, { entriesOf })) {
    const { noun } = pair.one.reading.pipeline;
    nouns.set(noun, [...(nouns.get(noun) ?? []), pair]);
  }
  return [...nouns].flatMap(([noun, [first, ...others]]) =>
    first === undefined ? [] : [adviceOn(noun, first, others.length)],
  );
}

function adviceOn(noun: string, { one, other, reasons }: DoublePair, more: number): Advice {
  const { view } = one.reading;
  const place = `${view.tab}!${cellAddress(one.row.at, view.columns.at.get("name") ?? 0)}`;
  const rest =
    more === 0 ? "" : `; and ${countOf(more, "other pair")} ${more === 1 ? "looks" : "look"} like one`;
  const message = `${quoted(other.row.name)} and ${quoted(one.row.name)} in ${place} may be one ${noun}: ${reasons.join(", ")}${rest}`;
  return problemAt(other.reading.view, { row: other.row.at, key: "name" }, message);
}
