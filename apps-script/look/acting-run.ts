// A run over the book as the person at the menu or the page, whom Google names there and Team calls by name.

import type { Definition } from "../../shared/definition/pipeline.ts";
import { ruledBook } from "../../shared/engine/ruled-book.ts";
import type { Run } from "../../shared/engine/run.ts";
import type { Moment } from "../../shared/value/moment.ts";
import { activeEmail, actorNamed } from "../actor.ts";
import type { OpenBook } from "../book/open-book.ts";
import { runIn } from "./whole-look.ts";

/** The run, and what rules in it. */
export function actingRun(
  book: OpenBook,
  now: Moment,
): { readonly run: Run; readonly definition: Definition } {
  const run = runIn(book, now, "sidebar");
  const { definition } = ruledBook(book.tables, run).rules;
  return { run: { ...run, ...actorNamed(definition, activeEmail()) }, definition };
}
