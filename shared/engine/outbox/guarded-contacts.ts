// Who must not be asked for new business: the contacts of records in stages of the kind `avoid`, under whatever row or
// board they turn up, and whoever opted out. A duplicate is no contact of its own: it silences its own row, and the
// account that it points at is worked on.

import type { Pipeline, Stage } from "../../definition/pipeline.ts";
import { boardsOfLinks } from "../board/record-links.ts";
import type { ActBoard, ActBook } from "../rules/rule-act.ts";
import { contactMarks, optOutOf } from "./contact-marks.ts";

/** Where somebody is guarded. */
export interface Guarded {
  /** The name of the record. */
  readonly name: string;
  /** The name of its stage, or of the field by which it opted out. */
  readonly by: string;
  readonly tab: string;
}

export interface GuardedContacts {
  readonly emails: ReadonlyMap<string, Guarded>;
  readonly domains: ReadonlyMap<string, Guarded>;
  readonly companies: ReadonlyMap<string, Guarded>;
  /** By e-mail address, whoever opted out. */
  readonly optedOut: ReadonlyMap<string, Guarded>;
}

/**
 * The guarded contacts of a book.
 *
 * @example
 * guardedContacts({ run: fixtures.run, definition: fixtures.book, tables: [], boards: new Map(), entries: [] }).emails.size //=> 0
 */
export function guardedContacts(book: ActBook): GuardedContacts {
  const [emails, domains, companies, optedOut] = [0, 1, 2, 3].map(() => new Map<string, Guarded>());
  const add = (map: Map<string, Guarded> | undefined, keys: readonly string[], guarded: Guarded) => {
    for (const key of keys) if (map?.has(key) === false) map.set(key, guarded);
  };
  for (const board of book.boards.values()) {
    const guarding = guardingStages(book, board);
    for (const [record, row] of board.rows) {
      const state = board.states.get(record);
      const stage = state === undefined || state.removed ? undefined : guarding.get(state.now.stage);
      const field = optOutOf(board.pipeline, row);
      if (stage === undefined && field === undefined) continue;
      const marks = contactMarks(board.pipeline, row);
      const at = { name: row.name, tab: board.tab };
      if (field !== undefined) add(optedOut, marks.emails, { ...at, by: field });
      if (stage === undefined) continue;
      add(emails, marks.emails, { ...at, by: stage.name });
      add(domains, marks.domains, { ...at, by: stage.name });
      add(companies, marks.companies, { ...at, by: stage.name });
    }
  }
  const none: ReadonlyMap<string, Guarded> = new Map();
  return {
    emails: emails ?? none,
    domains: domains ?? none,
    companies: companies ?? none,
    optedOut: optedOut ?? none,
  };
}

function guardingStages(book: ActBook, board: ActBoard): ReadonlyMap<string, Stage> {
  const { stages } = board.pipeline;
  const guarding = stages.filter(
    (stage) => stage.kind === "avoid" && !isDuplicateStage(book.definition, board.pipeline, stage),
  );
  return new Map(guarding.map((stage) => [stage.id, stage]));
}

/**
 * Whether the records of a stage are seconds of others: one to avoid, and entered only by who names the record that is
 * worked on, in a field of links that lead to boards of the same pipeline.
 *
 * @example
 * isDuplicateStage(fixtures.book, fixtures.offers, fixtures.offers.stages[0]) //=> false
 */
export function isDuplicateStage(
  definition: ActBook["definition"],
  pipeline: Pipeline,
  stage: Stage,
): boolean {
  if (stage.kind !== "avoid") return false;
  const [own] = definition.boards.filter((board) => board.pipeline === pipeline.id);
  const pointing = pipeline.fields.filter(
    ({ type, options }) =>
      type === "record link" &&
      boardsOfLinks(definition, options[0], own?.id ?? "").some((board) => board.pipeline === pipeline.id),
  );
  const ids = new Set(pointing.map(({ id }) => id));
  return stage.needs.some(({ anyOf }) =>
    anyOf.every((condition) => condition.test === "filled" && ids.has(condition.field)),
  );
}
