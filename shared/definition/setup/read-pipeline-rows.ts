// The rows of the tabs Milestones, Rules and Messages that belong to one pipeline, in order. Rules call messages by
// name: by the one that a message has, or by one that it had.

import { nameKey, textOf } from "../../table/cell.ts";
import type { TabLayout } from "../../table/layout.ts";
import type { ViewRow } from "../../table/tab-view.ts";
import { namedIn } from "../named.ts";
import type { Field, Milestone } from "../pipeline.ts";
import type { Message, Rule } from "../rule.ts";
import { ruleSentence } from "../rule-sentence.ts";
import type { RuleWords } from "../rule-text.ts";
import { messageFromCells, messagesTab } from "./messages-tab.ts";
import { milestoneFromCells, milestonesTab } from "./milestones-tab.ts";
import { openTab } from "./opened-tab.ts";
import type { Words } from "./read-stages.ts";
import { ruleFromCells, rulesTab } from "./rules-tab.ts";
import { follow, nameFaults, report, rowId, type SetupReader } from "./setup-reader.ts";
import type { RowFault } from "./setup-tab.ts";

/**
 * The milestones of a pipeline.
 *
 * @example
 * readMilestones(setupReader(fixtures.setupTables), "Offers", fixtures.offers).map(({ id }) => id) //=> ["offered"]
 */
export function readMilestones(reader: SetupReader, pipeline: string, words: Words): readonly Milestone[] {
  return rowsOfPipeline(reader, { layout: milestonesTab, name: "milestone", pipeline }, (row) => {
    const { milestone, faults } = milestoneFromCells(row.cells, words);
    return { thing: milestone, faults };
  });
}

/**
 * The messages of a pipeline.
 *
 * @example
 * readMessages(setupReader(fixtures.setupTables), "Offers", []) //=> []
 */
export function readMessages(
  reader: SetupReader,
  pipeline: string,
  fields: readonly Field[],
): readonly Message[] {
  return rowsOfPipeline(reader, { layout: messagesTab, name: "message", pipeline }, (row) => {
    const { message, faults } = messageFromCells(row.cells, fields);
    return { thing: message, faults };
  });
}

/**
 * The rules of a pipeline.
 *
 * @example
 * readRules(setupReader(fixtures.setupTables), fixtures.offers, { stages: [], fields: [], messages: [] }) //=> []
 */
export function readRules(
  reader: SetupReader,
  pipeline: { readonly name: string; readonly noun: string },
  words: RuleWords,
): readonly Rule[] {
  const { name, noun } = pipeline;
  return rowsOfPipeline(reader, { layout: rulesTab, name: "rule", pipeline: name }, (row) => {
    const { rule, faults } = ruleFromCells(row.cells, words);
    if (rule === undefined) return { thing: rule, faults };
    const present = withPresentPipelines(reader, rule);
    follow(
      reader,
      { tab: { layout: rulesTab }, row },
      { in_words: ruleSentence(present, { ...words, noun }) },
    );
    return { thing: present, faults };
  });
}

function rowsOfPipeline<Thing extends { readonly id: string }>(
  reader: SetupReader,
  of: { readonly layout: TabLayout; readonly name: string; readonly pipeline: string },
  read: (row: ViewRow) => { readonly thing: Thing | undefined; readonly faults: readonly RowFault[] },
): readonly Thing[] {
  const tab = openTab(reader, of.layout);
  if (tab === undefined) return [];
  const seen = new Map<string, number>();
  const mine = tab.rows.filter(({ cells }) => nameKey(textOf(cells["pipeline"])) === nameKey(of.pipeline));
  return mine.flatMap((row) => {
    const { thing, faults } = read(row);
    const name = textOf(row.cells[of.name]);
    report(reader, { tab, row }, [...faults, ...nameFaults(seen, { key: of.name, name, row })]);
    if (thing === undefined) return [];
    return [{ ...thing, id: rowId(reader, { tab, row }, { name, scope: of.pipeline }) }];
  });
}

// A rule that makes a record on a renamed pipeline goes on with it.
function withPresentPipelines(reader: SetupReader, rule: Rule): Rule {
  const does = rule.does.map((action) => {
    if (action.do !== "create") return action;
    return { ...action, pipeline: namedIn(reader.pipelines, action.pipeline)?.name ?? action.pipeline };
  });
  return { ...rule, does };
}
