// Advice on rules that never work, fight or repeat each other, and on messages that reach nobody.

import { describe, expect, test } from "vitest";
import type { RulePlan } from "../../../../shared/definition/templates/template.ts";
import { adviceOn, jobs } from "./advised.ts";

const remind = "remind owner: look";

/** Advice on jobs with these rules: "A rule: when | while in, … | only if | then". */
function ruled(...rules: readonly Partial<RulePlan>[]): readonly string[] {
  const named = rules.map((rule, number) => ({
    name: `Rule ${number + 1}`,
    when: "Call logged",
    does: remind,
    ...rule,
  }));
  return adviceOn({
    pipeline: jobs({
      stages: [
        { name: "Ask" },
        { name: "Do" },
        { name: "Done", kind: "won" },
        { name: "Avoided", kind: "avoid" },
        { name: "Lost", kind: "lost" },
      ],
      fields: [
        { name: "Size", type: "choice", options: ["Small", "Big"] },
        { name: "Show on", type: "text" },
        { name: "Held on", type: "day" },
        { name: "Seats", type: "number" },
      ],
      rules: named,
    }),
  });
}

describe("a rule that never works", () => {
  test.each([
    [
      { when: "enters Ask", whileIn: ["Do"] },
      'Rules!D2: "Rule 1" never works: a job is in "Ask" then, which "While in" leaves out; add it there, or empty the cell',
    ],
    [
      { when: "every 5 days in Ask", whileIn: ["Do"] },
      'Rules!D2: "Rule 1" never works: a job is in "Ask" then, which "While in" leaves out; add it there, or empty the cell',
    ],
    [
      { when: "leaves Ask", whileIn: ["Do"] },
      'Rules!D2: "Rule 1" never works: a job is in "Ask" then, which "While in" leaves out; add it there, or empty the cell',
    ],
    [
      { does: "set Size to Huge" },
      'Rules!F2: "Rule 1" cannot set "Size" so: "Huge" is not one of Small, Big',
    ],
    [
      { onlyIf: "Size is Huge" },
      'Rules!E2: "Rule 1" never works: "Size" is never "Huge"; its choices are "Small", "Big"',
    ],
    [
      { onlyIf: "Size is Huge or Size is Big" },
      'Rules!E2: "Rule 1" asks in vain: "Size" is never "Huge"; its choices are "Small", "Big"',
    ],
    [
      { when: "2 days before Show on" },
      'Rules!C2: "Rule 1" may never work: it counts from "Show on", which holds text; name a day field, or make its type day',
    ],
    [
      { when: "2 days before Seats" },
      'Rules!C2: "Rule 1" never works: it counts from "Seats", which holds number; name a day field, or make its type day',
    ],
    [
      { when: "linked record is won" },
      'Rules!C2: "Rule 1" never works: no job is linked with a record of another board; add a field of the type "record link", or a rule that creates one',
    ],
    [
      { does: "create a record on Sales" },
      'Rules!F2: "Rule 1" makes no record: the book has no pipeline "Sales"; there are "Jobs"',
    ],
    [
      { when: "enters Do", does: "move to Do" },
      'Rules!F2: "Rule 1" moves a job to "Do", where it is already; name another stage',
    ],
  ])("%o is told at its cell", (rule, told) => {
    expect(ruled(rule)).toEqual([told]);
  });

  test.each([
    [{ when: "enters Ask", whileIn: ["Ask", "Do"] }],
    [{ when: "5 days after entering Ask", whileIn: ["Do"] }],
    [{ when: "2 days before Held on" }],
    [{ onlyIf: "Size is small" }],
    [{ when: "leaves Ask", whileIn: ["Ask"] }],
    [{ does: "set Size to small" }],
  ])("%o may work", (rule) => {
    expect(ruled(rule)).toEqual([]);
  });

  test("a stage that is left by another rule before the time is up", () => {
    const cancel = { when: "3 days after entering Ask", whileIn: ["Ask"], does: "move to Lost" };
    const told = (cell: string) =>
      `Rules!${cell}: "Rule 2" never works: "Rule 1" has moved a job out of "Ask" before; make that one later, or this one sooner`;
    expect(ruled(cancel, { when: "every 5 days in Ask" })).toEqual([told("C3")]);
    expect(ruled(cancel, { when: "5 working days after entering Ask", whileIn: ["Ask"] })).toEqual([
      told("C3"),
    ]);
  });

  test.each([
    [{ when: "3 days after entering Ask", onlyIf: "Size is Big", does: "move to Lost" }, "has a condition"],
    [{ when: "3 days after entering Ask", until: "a reply", does: "move to Lost" }, "ends with a reply"],
    [{ when: "5 working days after entering Ask", does: "move to Lost" }, "may take a week and more"],
    [{ when: "5 days after entering Do", does: "move to Lost" }, "counts from another stage"],
  ])("a mover that %o keeps no other from working, as it %s", (mover, _reason) => {
    expect(ruled(mover, { when: "every 5 days in Ask" })).toEqual([]);
  });
});

describe("rules that meet", () => {
  const call = { when: "Call logged" };

  test("two stages at one moment cannot both be", () => {
    expect(ruled({ ...call, does: "move to Done" }, { ...call, does: "move to Lost" })).toEqual([
      'Rules!F3: "Rule 2" fights with "Rule 1" at the same moment: "move to Lost" against "move to Done"; keep one, or ask for a condition',
    ]);
  });

  test("two values of one field may collide where the conditions differ", () => {
    const small = { ...call, onlyIf: "Seats at least 3", does: "set Size to Small" };
    expect(ruled(small, { ...call, does: "set Size to Big" })).toEqual([
      'Rules!F3: "Rule 2" may fight with "Rule 1" at the same moment: "set Size to Big" against "set Size to Small"; keep one, or ask for a condition',
    ]);
  });

  test.each([
    [
      { ...call, whileIn: ["Ask"], does: "move to Done" },
      { ...call, whileIn: ["Do"], does: "move to Lost" },
    ],
    [
      { ...call, onlyIf: "Size is Big", does: "move to Done" },
      { ...call, onlyIf: "Size is Small", does: "move to Lost" },
    ],
    [
      { when: "Reply: yes logged", does: "move to Done" },
      { when: "Reply: no logged", does: "move to Lost" },
    ],
    [
      { ...call, does: "remind owner: one" },
      { ...call, does: "remind owner: other" },
    ],
  ])("%o and %o do not", (first, second) => {
    expect(ruled(first, second)).toEqual([]);
  });

  test("the same thing twice is once too often", () => {
    expect(ruled({ ...call, does: `${remind}; move to Do` }, { ...call, does: remind })).toEqual([
      'Rules!F3: "Rule 2" repeats "Rule 1": "remind owner: look"; once is enough',
    ]);
    expect(ruled({ ...call, does: `${remind}; ${remind}` })).toEqual([
      'Rules!F2: "Rule 1" says twice "remind owner: look"; once is enough',
    ]);
  });

  test("one rule that wants two stages at once is told", () => {
    expect(ruled({ ...call, does: "move to Done; move to Lost" })).toEqual([
      'Rules!F2: "Rule 1" wants two things at once: "move to Done" and "move to Lost"; keep one',
    ]);
  });

  test("rules that move a record back at once run in a circle", () => {
    expect(
      ruled(
        { when: "enters Ask", does: "move to Do" },
        { when: "enters Do", does: "move to Lost" },
        { when: "0 days after entering Lost", does: "move to Ask" },
      ),
    ).toEqual([
      'Rules!F2: "Rule 1", "Rule 2", "Rule 3" move a job in a circle at once, without end; let one of them wait, or ask for a condition',
    ]);
  });

  test("a circle with a condition may run; one that waits does not", () => {
    const back = { when: "enters Do", does: "move to Ask" };
    expect(ruled({ when: "enters Ask", onlyIf: "Size is Big", does: "move to Do" }, back)[0]).toContain(
      '"Rule 1", "Rule 2" may move a job in a circle',
    );
    expect(ruled({ when: "90 days after entering Ask", does: "move to Do" }, back)).toEqual([]);
  });
});

describe("a message", () => {
  const message = { name: "Hello", purpose: "service", to: "contact", subject: "Hello", body: "" } as const;
  const email = { name: "E-mail", type: "e-mail" } as const;
  const send = { name: "Greet", when: "enters Do", does: "send Hello" };

  test("that no rule sends goes nowhere, unless a person sends it", () => {
    const fields = [email];
    expect(adviceOn({ pipeline: jobs({ fields, messages: [message] }) })).toEqual([
      'Messages!B2: no rule sends "Hello"; add a rule, or write yes in "Review first" where a person sends it',
    ]);
    expect(adviceOn({ pipeline: jobs({ fields, messages: [{ ...message, reviewFirst: true }] }) })).toEqual(
      [],
    );
  });

  test("to a contact without an address reaches nobody", () => {
    expect(adviceOn({ pipeline: jobs({ messages: [message], rules: [send] }) })).toEqual([
      'Messages!D2: "Hello" goes to the contact, but a job has no field of the type "e-mail"; add one in Fields',
    ]);
  });

  test("to what only looks like an address is told", () => {
    const messages = [{ ...message, to: "ada@", cc: ["bob@example.org", "cy@@x"] }];
    expect(adviceOn({ pipeline: jobs({ messages, rules: [send] }) })).toEqual([
      'Messages!D2: "ada@" is no e-mail address; write one like ada@example.org',
      'Messages!E2: "cy@@x" is no e-mail address; write one like ada@example.org',
    ]);
  });

  test("that asks for new business is kept from those who must not be asked", () => {
    const stages = [
      { name: "Ask" },
      { name: "Done", kind: "won" as const },
      { name: "Client", kind: "avoid" as const },
    ];
    const messages = [{ ...message, purpose: "outreach" as const }];
    const rules = [
      { name: "Greet", when: "enters Client", does: "send Hello" },
      { name: "Again", when: "every 30 days in Done", does: "send Hello" },
    ];
    expect(adviceOn({ pipeline: jobs({ stages, fields: [email], messages, rules }) })).toEqual([
      'Messages!C2: "Hello" asks for new business, which is never sent in "Client"; give it the purpose service, or send it elsewhere',
      'Messages!C2: "Hello" asks for new business, but a job in "Done" is won already; it may be meant as service',
    ]);
  });
});
