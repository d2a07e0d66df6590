// People who were in Team and are no longer: their open records are still in their name, and nobody works on them. The
// cells stay as they are; each board says it once for each of them.

import type { BoardReading } from "../../board/board-row.ts";
import { namedIn } from "../../definition/named.ts";
import type { Definition, Person } from "../../definition/pipeline.ts";
import { ownerField } from "../../definition/standard-field.ts";
import { nameKey, textOf } from "../../table/cell.ts";
import type { Problem } from "../../table/problem.ts";
import { problemAt } from "../../table/tab-view.ts";
import { pluralOf } from "../../value/noun.ts";
import { isClosed } from "../row/move-verdict.ts";

/**
 * Names that Team had in earlier definitions and that mean nobody now.
 *
 * @example
 * departedPeople(fixtures.book, [{ ...fixtures.book, team: [{ id: "ada", name: "Ada", roles: [] }] }]) //=> ["Ada"]
 */
export function departedPeople(
  definition: Definition,
  earlier: readonly Pick<Definition, "team">[],
): readonly string[] {
  const present = definition.team.map((person) => ({ ...person, aliases: person.aliases ?? [] }));
  const isGone = ({ id, name }: Person) =>
    namedIn(present, name) === undefined && !present.some((person) => person.id === id);
  return [
    ...new Set(
      earlier
        .flatMap(({ team }) => team)
        .filter(isGone)
        .map(({ name }) => name),
    ),
  ];
}

/**
 * Where open records of a board are in the name of somebody who is gone: at the first of them.
 *
 * @example
 * recordsOfDeparted(readBoard(fixtures.book, fixtures.book.boards[0], fixtures.dealsTable), ["Ada"]) //=> []
 */
export function recordsOfDeparted(reading: BoardReading, departed: readonly string[]): readonly Problem[] {
  const { noun } = reading.pipeline;
  return departed.flatMap((name) => {
    const theirs = reading.rows.filter(
      ({ cells, stage }) =>
        nameKey(textOf(cells[ownerField.id])) === nameKey(name) && (stage === undefined || !isClosed(stage)),
    );
    const [first] = theirs;
    if (first === undefined) return [];
    const records =
      theirs.length === 1 ? `an open ${noun} is` : `${theirs.length} open ${pluralOf(noun)} are`;
    const message = `"${name}" is no longer in Team, but ${records} in that name; hand them over, or put the row back`;
    return [problemAt(reading.view, { row: first.at, key: ownerField.id }, message)];
  });
}
