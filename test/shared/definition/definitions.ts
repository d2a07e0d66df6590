// Definitions drawn at random, as people could have made them on the set-up tabs; and those tabs as tables.

import fc from "fast-check";
import { activityKinds } from "../../../shared/definition/activity.ts";
import { identifierFrom } from "../../../shared/definition/identifier.ts";
import type { Condition } from "../../../shared/definition/need.ts";
import type {
  Definition,
  Field,
  Milestone,
  Person,
  Pipeline,
  Stage,
} from "../../../shared/definition/pipeline.ts";
import type { Message, Rule, RuleAction, RuleTrigger } from "../../../shared/definition/rule.ts";
import { setupRows, setupTabs } from "../../../shared/definition/setup/write-setup.ts";
import { fieldsOf, standardFieldIds } from "../../../shared/definition/standard-field.ts";
import { applyChanges } from "../../../shared/table/apply-changes.ts";
import { nameKey } from "../../../shared/table/cell.ts";
import type { Change } from "../../../shared/table/change.ts";
import { fieldTypes } from "../../../shared/table/field-type.ts";
import { tabNameFault } from "../../../shared/table/tab-name.ts";
import type { Tables } from "../../../shared/table/table.ts";
import { dayFromNumber } from "../../../shared/value/day.ts";

/** The set-up tabs of a definition. */
export function setupTablesOf(definition: Definition): Tables {
  const rows = setupRows(definition);
  return applyChanges(
    [],
    setupTabs.flatMap((layout): Change[] => [
      { kind: "layOut", tab: layout.tab, layout },
      { kind: "append", tab: layout.tab, rows: rows[layout.key] ?? [] },
    ]),
  );
}

const RESERVED = new Set(
  ["Name", "Owner", "Next step", "Next step on", "Stage", "Log", "Log note"].map(nameKey),
);

const word = fc.constantFrom(
  "or",
  "is",
  "at least",
  "within",
  "stage",
  "logged",
  "to",
  "after",
  "before",
  "entering",
  "changes",
  "in",
  "empty",
  "owner",
  ":",
  "a reply",
  "days",
  '"',
  ";",
  ",",
  "3",
  "é",
  "Call",
);
const text: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 8 }),
    fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" ")),
    fc.constantFrom("two\nlines", "=1+1", "'x", "TRUE", "1e5", "№ 1"),
  )
  .map((written) => written.trim())
  .filter((written) => nameKey(written) !== "");

function names(min: number, max: number): fc.Arbitrary<readonly string[]> {
  return fc.uniqueArray(
    text.filter((name) => !RESERVED.has(nameKey(name))),
    { selector: nameKey, minLength: min, maxLength: max },
  );
}

function withIds(
  all: readonly string[],
  taken: readonly string[] = [],
): readonly { id: string; name: string }[] {
  const ids = new Set(taken);
  return all.map((name) => {
    const id = identifierFrom(name, ids);
    ids.add(id);
    return { id, name };
  });
}

// Absent as often as not: a key that holds `undefined` is no definition.
function optional<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined });
}

function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}

const texts = fc.array(text, { maxLength: 3 });
const rate = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);

const someFields: fc.Arbitrary<readonly Field[]> = names(0, 4).chain((all) =>
  fc.tuple(
    ...withIds(all, standardFieldIds).map((named) =>
      fc
        .record({
          type: fc.constantFrom(...fieldTypes),
          options: fc.array(text, { minLength: 1, maxLength: 3 }),
          default: optional(text),
          help: optional(text),
          aliases: texts,
          personal: fc.boolean(),
          unique: fc.boolean(),
          carriesOver: fc.boolean(),
        })
        .map((rest) => present({ ...named, ...rest }) as Field),
    ),
  ),
);

interface Words {
  readonly stages: readonly string[];
  readonly fields: readonly string[];
}

function someNeeds(words: Words): fc.Arbitrary<Stage["needs"]> {
  const field = fc.constantFrom(...words.fields);
  const condition: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ test: fc.constant("filled" as const), field }),
    fc.record({ test: fc.constant("empty" as const), field }),
    fc.record({ test: fc.constant("is" as const), field, value: text }),
    fc.record({ test: fc.constant("at least" as const), field, value: fc.integer() }),
    fc.record({ test: fc.constant("within days" as const), field, days: fc.nat(400) }),
    fc.record({ test: fc.constant("logged" as const), activity: fc.constantFrom(...activityKinds) }),
  );
  return fc.array(fc.record({ anyOf: fc.array(condition, { minLength: 1, maxLength: 2 }) }), {
    maxLength: 2,
  });
}

function someMessage(named: { readonly id: string; readonly name: string }): fc.Arbitrary<Message> {
  return fc
    .record({
      purpose: fc.constantFrom("outreach" as const, "service" as const),
      to: text,
      cc: texts,
      subject: text,
      body: text,
      reviewFirst: fc.boolean(),
      quietHours: fc.option(fc.constantFrom("20:00-08:00", "12:30-13:30"), { nil: undefined }),
    })
    .map((rest) => present({ ...named, ...rest }) as Message);
}

function someRule(
  named: { readonly id: string; readonly name: string },
  words: Words & { readonly messages: readonly string[] },
): fc.Arbitrary<Rule> {
  const stage = fc.constantFrom(...words.stages);
  const field = fc.constantFrom(...words.fields);
  const activity = fc.constantFrom(...activityKinds);
  const when: fc.Arbitrary<RuleTrigger> = fc.oneof(
    fc.record({ on: fc.constantFrom("enters" as const, "leaves" as const), stage }),
    fc.record({ on: fc.constant("logged" as const), activity }),
    fc.record({ on: fc.constant("changed" as const), field }),
    fc.record({ on: fc.constant("every" as const), days: fc.integer({ min: 1, max: 99 }), stage }),
    fc.record({ on: fc.constant("linked" as const), fate: fc.constantFrom("won" as const, "lost" as const) }),
    fc.record({
      on: fc.constant("time" as const),
      amount: fc.integer({ min: -99, max: 99 }),
      unit: fc.constantFrom("working days" as const, "days" as const, "hours" as const),
      from: fc.oneof(
        fc.record({ of: fc.constant("entry" as const), stage }),
        fc.record({ of: fc.constant("activity" as const), activity }),
        fc.record({ of: fc.constant("field" as const), field }),
      ),
    }),
  );
  const sends: fc.Arbitrary<RuleAction>[] =
    words.messages.length === 0
      ? []
      : [fc.record({ do: fc.constant("send" as const), message: fc.constantFrom(...words.messages) })];
  const role = text.filter((name) => nameKey(name) !== "owner");
  const does: fc.Arbitrary<RuleAction> = fc.oneof(
    ...sends,
    fc.record({ do: fc.constant("remind" as const), text }),
    fc.record({ do: fc.constant("remind" as const), role, text }),
    fc.record({ do: fc.constant("notify" as const), role: text }),
    fc.record({ do: fc.constant("move" as const), stage }),
    fc.record({ do: fc.constant("set" as const), field, value: text }),
    fc.record({ do: fc.constant("create" as const), pipeline: text }),
    fc.constant({ do: "void invoice" as const }),
  );
  return fc
    .record({
      when,
      whileIn: fc.subarray([...words.stages]),
      onlyIf: someNeeds(words),
      does: fc.array(does, { minLength: 1, maxLength: 3 }),
      until: fc.subarray(["a reply" as const, "a move" as const]),
    })
    .map((rest) => ({ ...named, ...rest }));
}

function someStage(named: { readonly id: string; readonly name: string }, words: Words): fc.Arbitrary<Stage> {
  return fc
    .record({
      kind: fc.constantFrom(
        "open" as const,
        "won" as const,
        "parked" as const,
        "lost" as const,
        "avoid" as const,
      ),
      isBranch: fc.boolean(),
      code: optional(text),
      group: optional(text),
      role: optional(text),
      goal: optional(text),
      targetRate: optional(rate),
      winProbability: optional(rate),
      limitDays: optional(fc.nat(500)),
      colour: optional(fc.constantFrom("#ffffff", "#0a1b2c")),
      needs: someNeeds(words),
      next: fc.subarray([...words.stages]),
      mayEnter: texts,
      enforce: fc.constantFrom("refuse" as const, "warn" as const),
      aliases: texts,
    })
    .map(({ isBranch, ...rest }) => {
      const onMainLine = (rest.kind === "open" || rest.kind === "won") && !isBranch;
      return present({ ...named, ...rest, onMainLine }) as Stage;
    });
}

function somePipeline(named: { readonly id: string; readonly name: string }): fc.Arbitrary<Pipeline> {
  return fc
    .tuple(someFields, names(1, 5), names(0, 3), names(0, 2))
    .chain(([fields, stageNames, milestoneNames, otherNames]) => {
      const others = withIds(otherNames);
      const stageIds = withIds(stageNames).map(({ id }) => id);
      const draft: Pipeline = {
        ...named,
        noun: "deal",
        workingDays: [1],
        flagsSame: [],
        stages: [],
        fields,
        milestones: [],
        rules: [],
        messages: [],
      };
      const words = { stages: stageIds, fields: fieldsOf(draft).map(({ id }) => id) };
      const days = fields.filter(({ type }) => type === "day").map(({ id }) => id);
      const [start, end] = [days[0], days[days.length - 1]];
      const trigger: fc.Arbitrary<Milestone["reachedWhen"]> = fc.oneof(
        fc.record({ by: fc.constant("stage" as const), stage: fc.constantFrom(...stageIds) }),
        fc.record({ by: fc.constant("activity" as const), activity: fc.constantFrom(...activityKinds) }),
        fc.record({ by: fc.constant("field" as const), field: fc.constantFrom(...words.fields) }),
      );
      return fc
        .record({
          noun: text,
          currency: optional(fc.constantFrom("EUR", "JPY")),
          workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
          stages: fc.tuple(...withIds(stageNames).map((each) => someStage(each, words))),
          points: fc.array(fc.nat(50), { minLength: 3, maxLength: 3 }),
          triggers: fc.array(trigger, { minLength: 3, maxLength: 3 }),
          hasPeriod: fc.boolean(),
          messages: fc.tuple(...others.map(someMessage)),
          rules: fc.tuple(
            ...others.map((each) => someRule(each, { ...words, messages: others.map(({ id }) => id) })),
          ),
        })
        .map(({ points, triggers, hasPeriod, ...rest }) => {
          const [first, ...others] = rest.stages;
          const beginning =
            first === undefined ? [] : [{ ...first, kind: "open" as const, onMainLine: true }];
          return present({
            ...draft,
            ...rest,
            stages: [...beginning, ...others],
            flagsSame: fields.slice(0, 2).map(({ id }) => id),
            period: hasPeriod && start !== undefined && end !== undefined ? { start, end } : undefined,
            milestones: withIds(milestoneNames).map((each, number) => ({
              ...each,
              points: points[number] ?? 0,
              reachedWhen: triggers[number] ?? { by: "activity" as const, activity: "call" },
            })),
          }) as Pipeline;
        });
    });
}

const somePeople: fc.Arbitrary<readonly Person[]> = names(0, 3).chain((all) =>
  fc.tuple(
    ...withIds(all).map((named) =>
      fc
        .record({
          email: optional(fc.constantFrom("ada@example.org", "b.o-b@example.co.uk")),
          roles: texts,
          aliases: optional(fc.array(text, { minLength: 1, maxLength: 2 })),
          awayUntil: optional(fc.integer({ min: -100, max: 30_000 }).map(dayFromNumber)),
          standIn: optional(fc.constantFrom(...all)),
        })
        .map(
          ({ standIn, ...rest }) =>
            present({ ...named, ...rest, standIn: standIn === named.name ? undefined : standIn }) as Person,
        ),
    ),
  ),
);

/** Any definition that people could have made. */
export const definitions: fc.Arbitrary<Definition> = fc
  .tuple(
    names(1, 2),
    names(3, 3).filter((tabs) => tabs.every((tab) => tabNameFault(tab) === undefined)),
  )
  .chain(([pipelineNames, tabs]) => {
    const boards = withIds(tabs);
    const pipelines = withIds(pipelineNames);
    return fc
      .record({
        zone: fc.constantFrom("UTC", "Europe/Amsterdam"),
        practice: fc.boolean(),
        pipelines: fc.tuple(...pipelines.map(somePipeline)),
        // The last board shares the pipeline of the first.
        boards: fc.constant(
          [...pipelines, ...pipelines.slice(0, 1)].map(({ id }, number) => ({
            id: boards[number]?.id ?? "x",
            tab: boards[number]?.name ?? "X",
            pipeline: id,
          })),
        ),
        team: somePeople,
        digestAt: optional(fc.constantFrom("08:00", "17:45")),
        holidays: fc.array(fc.integer({ min: -100, max: 30_000 }).map(dayFromNumber), { maxLength: 3 }),
      })
      .map(present);
  });
