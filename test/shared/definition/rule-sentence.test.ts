// Rules and stages said back in one sentence each, as owners read them in Setup.

import { expect, test } from "vitest";
import { ruleSentence } from "../../../shared/definition/rule-sentence.ts";
import { ruleFromCells } from "../../../shared/definition/setup/rules-tab.ts";
import { stageSentence } from "../../../shared/definition/stage-sentence.ts";
import { fieldsOf } from "../../../shared/definition/standard-field.ts";
import { templates } from "../../../shared/definition/templates/templates.ts";
import { told } from "../../world.ts";
import { dealsPipeline, worldWith } from "../engine/deals.ts";

const messages = [{ id: "hello", name: "Hello again", aliases: [] }];
const words = { noun: "deal", stages: dealsPipeline.stages, fields: fieldsOf(dealsPipeline), messages };

function sentenceOf(cells: Readonly<Record<string, string>>): string {
  const { rule, faults } = ruleFromCells({ rule: "R", ...cells }, words);
  if (rule === undefined) throw new Error(faults.map(({ message }) => message).join());
  return ruleSentence(rule, words);
}

test.each([
  [
    {
      when: "5 working days after entering Offer",
      while_in: "Offer",
      does: "remind owner: the advance is not in",
      until: "a move",
    },
    '5 working days after a deal enters Offer, if it is still there: remind the owner "the advance is not in", until it moves',
  ],
  [{ when: "enters Lost", does: "set Phone to none" }, "When a deal enters Lost: set Phone to none"],
  [
    { when: "Reply: yes logged", while_in: "Lead, Offer", does: "notify Store; move to Proposal" },
    'When "Reply: yes" is logged, if it is in Lead or Offer: notify Store and move it to Proposal',
  ],
  [
    {
      when: "2 days before Deadline",
      only_if: "Budget at least 500; Phone or E-mail",
      does: "send Hello again",
      until: "a reply or a move",
    },
    '2 days before the day in Deadline, if Budget is at least 500 and either Phone is filled in or E-mail is filled in: send the message "Hello again", until a reply comes in or it moves',
  ],
  [
    { when: "every 30 days in Loop", while_in: "Loop", does: "send Hello again; remind Accountant: ask" },
    'Every 30 days while a deal is in Loop: send the message "Hello again" and remind the Accountant "ask"',
  ],
  [
    { when: "Budget changes", only_if: "Signed is no", does: "create a record on Solar" },
    "When Budget of a deal changes, if Signed is no: make a linked record on Solar",
  ],
  [
    { when: "0 days after Deadline", only_if: "Phone is empty", does: "void the invoice" },
    "On the day in Deadline, if Phone is empty: void the invoice",
  ],
  [
    { when: "linked record is won", does: "move to Won" },
    "When the record that a deal is linked to is won: move it to Won",
  ],
])("%j reads as one sentence", (cells, sentence) => {
  expect(sentenceOf(cells)).toBe(sentence);
});

test("a noun gets the article that it wants", () => {
  const { rule } = ruleFromCells({ rule: "R", when: "enters Lost", does: "void the invoice" }, words);
  if (rule === undefined) throw new Error("the rule is not understood");
  expect(ruleSentence(rule, { ...words, noun: "order" })).toBe("When an order enters Lost: void the invoice");
});

test("a stage says what it takes to enter it, and nothing where it takes nothing", () => {
  const [lead, , proposal] = dealsPipeline.stages;
  if (lead === undefined || proposal === undefined) throw new Error("the pipeline lacks a stage");
  expect(stageSentence(lead, words.fields)).toBe("");
  expect(stageSentence(proposal, words.fields)).toBe("To enter: Budget, and Deadline");
  const guarded = { ...proposal, mayEnter: ["Accountant", "Boss"] };
  expect(stageSentence(guarded, words.fields)).toBe(
    "To enter: Budget, and Deadline; only Accountant or Boss may move it here",
  );
  expect(stageSentence({ ...guarded, needs: [] }, words.fields)).toBe(
    "Only Accountant or Boss may move it here",
  );
});

test("every rule of the built-in pipelines reads as a sentence without codes", () => {
  for (const { pipeline } of templates) {
    const own = { noun: pipeline.noun, stages: pipeline.stages, fields: fieldsOf(pipeline) };
    const named = pipeline.messages.map((message) => ({ ...message, aliases: [] }));
    for (const rule of pipeline.rules) {
      const sentence = ruleSentence(rule, { ...own, messages: named });
      expect(sentence).toMatch(/^[A-Z0-9].*: .+/s);
      for (const code of pipeline.stages.map(({ id }) => id).filter((id) => id.includes("_")))
        expect(sentence).not.toContain(code);
    }
  }
});

test("the sentence follows an edit of the rule, or of a name in it, at the next sync", () => {
  const world = worldWith("Ada");
  const parts = { When: "enters Offer", Then: "remind owner: call" };
  world.add({ Pipeline: "Deals", Rule: "Ask", ...parts }, "Rules");
  expect(world.run().problems).toEqual([]);
  expect(world.cell("Ask", "In words", "Rules")).toBe('When a deal enters Offer: remind the owner "call"');
  expect(world.run().changes).toEqual([]);
  world.edit("Offer", { Stage: "Quote", "Needed first": "Budget; Phone" }, "Stages");
  world.run();
  expect(world.cell("Ask", "In words", "Rules")).toBe('When a deal enters Quote: remind the owner "call"');
  expect(world.cell("Quote", "In words", "Stages")).toBe("To enter: Budget, and Phone");
  expect(world.run().changes).toEqual([]);
});

test("a rule that holds a mistake still reads as the one in force", () => {
  const world = worldWith("Ada");
  world.add({ Pipeline: "Deals", Rule: "Ask", When: "enters Offer", Then: "remind owner: call" }, "Rules");
  world.run();
  world.edit("Ask", { When: "enters Ofer" }, "Rules");
  expect(told(world.run().problems)[0]).toContain('"Ofer" is not a stage of this pipeline');
  expect(world.cell("Ask", "In words", "Rules")).toBe('When a deal enters Offer: remind the owner "call"');
});

test("a sentence that somebody typed over is written again", () => {
  const world = worldWith("Ada");
  world.edit("Offer", { "In words": "anything goes" }, "Stages");
  expect(world.run().problems).toEqual([]);
  expect(world.cell("Offer", "In words", "Stages")).toBe("To enter: Budget");
});
