// Every kind of advice in one list. A new kind is one function and one line here.

import type { Definition } from "../../definition/pipeline.ts";
import { readLog } from "../../log/log-tab.ts";
import type { Tables } from "../../table/table.ts";
import type { Moment } from "../../value/moment.ts";
import type { Advice, BookFacts, PipelineFacts } from "./advice.ts";
import { factsOf } from "./book-facts.ts";
import { closedWays } from "./closed-ways.ts";
import { doubleAdvice } from "./double-records.ts";
import { circlingRules, fightingRules } from "./fighting-rules.ts";
import { idleMilestones } from "./idle-milestones.ts";
import { idlePace } from "./idle-pace.ts";
import { idleRules } from "./idle-rules.ts";
import { manyStages } from "./many-stages.ts";
import { ownerAdvice } from "./owners.ts";
import { peopleAdvice } from "./people.ts";
import { roleAdvice } from "./roles.ts";
import { sameRecords } from "./same-records.ts";
import { unfitValues } from "./unfit-values.ts";
import { unheardMessages } from "./unheard-messages.ts";
import { unmetNeeds } from "./unmet-needs.ts";
import { unusedFields } from "./unused-fields.ts";
import { unusedStages } from "./unused-stages.ts";

const ofPipeline: readonly ((facts: PipelineFacts) => readonly Advice[])[] = [
  manyStages,
  unusedStages,
  closedWays,
  unmetNeeds,
  idleMilestones,
  idleRules,
  idlePace,
  unfitValues,
  fightingRules,
  circlingRules,
  unheardMessages,
  unusedFields,
  sameRecords,
  ownerAdvice,
];

const ofBook: readonly ((facts: BookFacts) => readonly Advice[])[] = [roleAdvice, peopleAdvice];

/**
 * All advice on a book as of `now`, pipeline by pipeline. `tables` are those of a book that was reconciled: then each
 * row has its id, and the advice its cell.
 *
 * @throws {StagelineError} `log`, when the history has lost a column
 * @example
 * bookAdvice(fixtures.bookTables, fixtures.book, fixtures.run.now) //=> []
 */
export function bookAdvice(tables: Tables, definition: Definition, now: Moment): readonly Advice[] {
  const book = factsOf(tables, definition, now);
  return [
    ...book.pipelines.flatMap((facts) => ofPipeline.flatMap((adviceOn) => adviceOn(facts))),
    ...ofBook.flatMap((adviceOn) => adviceOn(book)),
    ...doubleAdvice(book, () => readLog(tables).entries),
  ];
}
