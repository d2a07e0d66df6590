// The columns of a board in which an edit is looked at when it is made. What is typed into the others changes what a row
// looks like and nothing that is told of it: the next look at the row, or at the whole book, takes it in.

import type { Board, Definition } from "../../definition/pipeline.ts";
import { nameField } from "../../definition/standard-field.ts";
import { watchedFields } from "../row/watched-field.ts";

/** Columns that every board has: who the record is, where it is, and what is logged on it. */
const ALWAYS = [nameField.id, "stage", "log", "log_note", "id"];

/**
 * Keys of the columns that are watched; the header row is watched besides, all of it.
 *
 * @example
 * watchedColumns(fixtures.book, fixtures.book.boards[0]) //=> ["name", "stage", "log", "log_note", "id", "budget"]
 */
export function watchedColumns({ pipelines }: Definition, board: Board): readonly string[] {
  const pipeline = pipelines.find(({ id }) => id === board.pipeline);
  if (pipeline === undefined) return [];
  const links = pipeline.fields.filter(({ type }) => type === "record link").map(({ id }) => id);
  return [...new Set([...ALWAYS, ...watchedFields(pipeline), ...pipeline.flagsSame, ...links])];
}
