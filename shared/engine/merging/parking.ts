// Where a pipeline keeps seconds: a stage to avoid that asks for the record which is worked on. There a record that goes
// into another is moved, and its row stays; other pipelines have no such place, and it leaves its board.

import type { Entry } from "../../log/entry.ts";
import { isBlank } from "../../table/cell.ts";
import type { Change } from "../../table/change.ts";
import { boardsOfLinks } from "../board/record-links.ts";
import { isDuplicateStage } from "../outbox/guarded-contacts.ts";
import type { KnownRecord, RecordPair } from "./record-pair.ts";

export interface Parking {
  /** Name of the stage. */
  readonly stage: string;
  /** What moves the record there, as a person would. */
  readonly changes: readonly Change[];
  /** What the history keeps of it, of the record as it stands there. */
  readonly data: (gone: KnownRecord) => Entry["data"];
}

/**
 * Where the one that goes is parked; `undefined` where it leaves its board.
 *
 * @example
 * const seen = applyChanges(fixtures.bookTables, reconcile(fixtures.bookTables, fixtures.run).changes);
 * parkingOf(recordPair(seen, fixtures.book, { record: "Ada", into: "Ada" })) //=> undefined
 */
export function parkingOf({ definition, gone, kept }: RecordPair): Parking | undefined {
  const { pipeline, state, tab, id: record, cells } = gone;
  const stage = pipeline.stages.find((each) => isDuplicateStage(definition, pipeline, each));
  const asked = stage?.needs.flatMap(({ anyOf }) =>
    anyOf.flatMap((need) => (need.test === "filled" ? [need.field] : [])),
  );
  const field = pipeline.fields.find(({ id }) => asked?.includes(id));
  const leadsThere =
    field !== undefined &&
    boardsOfLinks(definition, field.options[0], gone.board.id).some(({ id }) => id === kept.board.id);
  if (stage === undefined || field === undefined || !leadsThere) return undefined;
  const isMoved = state.now.stage !== stage.id;
  const isLinked = isBlank(cells[field.id]);
  const set = (key: string, value: string): Change => ({ kind: "setField", tab, record, field: key, value });
  return {
    stage: stage.name,
    changes: [
      ...(isLinked ? [set(field.id, kept.name)] : []),
      ...(isMoved ? [set("stage", stage.name)] : []),
    ],
    data: (parked) => ({
      parked: stage.id,
      ...(isMoved ? { move: parked.state.now.entry } : {}),
      ...(isLinked ? { link: field.id } : {}),
    }),
  };
}
