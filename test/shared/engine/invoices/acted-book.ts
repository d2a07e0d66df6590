// A book with jobs that are invoiced, and rules' acts on it without the rules: what to make, issue or void is said here.

import { lastDefinition } from "../../../../shared/definition/definition-versions.ts";
import type { Pipeline } from "../../../../shared/definition/pipeline.ts";
import type { Rule, RuleAction } from "../../../../shared/definition/rule.ts";
import { pipelineFromPlan } from "../../../../shared/definition/templates/template.ts";
import { historyChanges } from "../../../../shared/engine/history-changes.ts";
import { invoiceActs } from "../../../../shared/engine/invoices/invoice-acts.ts";
import { actBook } from "../../../../shared/engine/rules/act-book.ts";
import type { ActBook, RuleAct } from "../../../../shared/engine/rules/rule-act.ts";
import { plainText } from "../../../../shared/table/shown-cell.ts";
import { parseMoment } from "../../../../shared/value/moment.ts";
import { openWorld, type World } from "../../../world.ts";

/** Rules that never act by themselves in these tests: they are there so that the book has the tabs of money. */
export const jobs: Pipeline = pipelineFromPlan({
  name: "Jobs",
  noun: "job",
  currency: "EUR",
  stages: [
    { name: "Lead" },
    { name: "Invoice", limitDays: 5 },
    { name: "Work", kind: "won" },
    { name: "Lost", kind: "lost" },
  ],
  fields: [
    { name: "Company", type: "text" },
    { name: "Amount", type: "money" },
    { name: "Cost", type: "money" },
    { name: "Currency", type: "text" },
    { name: "Payment schedule", type: "text" },
    { name: "Invoice number", type: "text" },
  ],
  rules: [
    { name: "Bill", when: "linked record is won", does: "make the invoice" },
    { name: "Bill the rest", when: "linked record is won", does: "make the invoice" },
    { name: "Take back", when: "linked record is lost", does: "void the invoice" },
  ],
});

export function openJobs(): World {
  return openWorld({ boards: { Jobs: jobs } });
}

/** The book as acts find it. */
export function bookOf(world: World): ActBook {
  const tables = world.tables();
  const definition = lastDefinition(tables);
  if (definition === undefined) throw new Error("the book was never run");
  return actBook(tables, world.nextRun(), { definition, stoppedTabs: [] });
}

/** One act of a rule on the record with that name. */
export function actOn(
  book: ActBook,
  name: string,
  act: { rule: string; occurrence?: string; due?: string },
): RuleAct {
  const [place] = [...book.boards.values()];
  const rule = place?.pipeline.rules.find((each) => each.name === act.rule) as Rule;
  const row = [...(place?.rows.values() ?? [])].find((each) => each.name === name);
  return {
    board: place?.board.id ?? "",
    record: row?.id ?? "",
    rule,
    index: 0,
    action: rule.does[0] as RuleAction,
    occurrence: act.occurrence ?? "first",
    due: act.due === undefined ? book.run.now : parseMoment(act.due),
  };
}

/** Lets rules act on records, and the engine have its turn. */
export function act(world: World, name: string, ...acts: readonly Parameters<typeof actOn>[2][]) {
  const book = bookOf(world);
  const done = invoiceActs(
    book,
    acts.map((each) => actOn(book, name, each)),
  );
  world.apply([...done.changes, ...historyChanges(world.tables(), done.entries)]);
  world.run();
  return done;
}

/** The rows of Invoices in short: "INV-0001 Ada 1 of 2 500 EUR 2026-11-02 2026-11-09". */
export function invoicesIn(world: World, ...headers: readonly string[]): readonly string[] {
  const { header, rows } = world.table("Invoices");
  const wanted =
    headers.length > 0
      ? headers
      : ["Number", "Record", "Part", "Amount", "Currency", "Issued on", "Due on", "Void on"];
  return rows.map(({ cells }) =>
    wanted
      .map((each) => plainText(cells[header.indexOf(each)] ?? null))
      .filter((text) => text !== "")
      .join(" "),
  );
}
