// What built-in pipelines do for each other in one book: a sale that is won becomes an order or an installation, and the
// sale hears what became of it. That stands in no plan, since most books have one of the two only; it joins them when the
// second board is made, as rows of Fields and Rules that an owner may change like any other.

import { nameKey } from "../../table/cell.ts";
import { identifierFrom } from "../identifier.ts";
import { namedIn } from "../named.ts";
import type { Definition, Field, Pipeline } from "../pipeline.ts";
import type { Rule } from "../rule.ts";

interface HandOver {
  readonly from: { readonly pipeline: string; readonly stage: string };
  readonly to: { readonly pipeline: string; readonly stage: string };
  /** Names of the fields of links on either side. */
  readonly forth: string;
  readonly back: string;
}

const WON_SALE = { pipeline: "Sales", stage: "Order Processing" };

/** In this order; a sale that makes one already makes no other. */
const HAND_OVERS: readonly HandOver[] = [
  { from: WON_SALE, to: { pipeline: "Orders", stage: "Order received" }, forth: "Order", back: "Sale" },
  { from: WON_SALE, to: { pipeline: "Solar", stage: "Site Survey" }, forth: "Installation", back: "Sale" },
];

/**
 * The definition with what its pipelines do for each other, where one of the two is new; `isNew` says so of a pipeline.
 *
 * @example
 * withHandOvers(fixtures.book, () => true) === fixtures.book //=> true
 */
export function withHandOvers(definition: Definition, isNew: (pipeline: Pipeline) => boolean): Definition {
  return HAND_OVERS.reduce((book, handOver) => handedOver(book, handOver, isNew), definition);
}

function handedOver(
  definition: Definition,
  handOver: HandOver,
  isNew: (pipeline: Pipeline) => boolean,
): Definition {
  const [from, to] = [handOver.from, handOver.to].map((side) => pipelineWith(definition, side));
  if (from === undefined || to === undefined || !(isNew(from) || isNew(to)) || makesRecords(from))
    return definition;
  const stage = namedIn(from.stages, handOver.from.stage)?.id ?? "";
  const forth = withLink(from, { name: handOver.forth, to, help: `The ${to.noun} that came of it` });
  const giving = { ...forth, rules: [...forth.rules, ...rulesOf({ from, to, stage })] };
  const taking = withLink(to, { name: handOver.back, to: from, help: `The ${from.noun} that it came from` });
  const changed = new Map([giving, taking].map((pipeline) => [pipeline.id, pipeline] as const));
  return { ...definition, pipelines: definition.pipelines.map((each) => changed.get(each.id) ?? each) };
}

function pipelineWith(
  { pipelines }: Definition,
  side: { readonly pipeline: string; readonly stage: string },
): Pipeline | undefined {
  return pipelines.find(
    ({ name, stages }) =>
      nameKey(name) === nameKey(side.pipeline) && namedIn(stages, side.stage) !== undefined,
  );
}

function makesRecords({ rules }: Pipeline): boolean {
  return rules.some(({ does }) => does.some((action) => action.do === "create"));
}

// A field that leads there already will do.
function withLink(
  pipeline: Pipeline,
  link: { readonly name: string; readonly to: Pipeline; readonly help: string },
): Pipeline {
  const { name, to, help } = link;
  const isThere = pipeline.fields.some(
    ({ type, options }) => type === "record link" && nameKey(options[0] ?? "") === nameKey(to.name),
  );
  if (isThere || namedIn(pipeline.fields, name) !== undefined) return pipeline;
  const taken = new Set(pipeline.fields.map(({ id }) => id));
  const field: Field = {
    ...{ id: identifierFrom(name, taken), name, type: "record link", options: [to.name], help },
    ...{ aliases: [], personal: false, unique: false, carriesOver: false },
  };
  return { ...pipeline, fields: [...pipeline.fields, field] };
}

function rulesOf(made: {
  readonly from: Pipeline;
  readonly to: Pipeline;
  readonly stage: string;
}): readonly Rule[] {
  const { from, to, stage } = made;
  const taken = new Set(from.rules.map(({ id }) => id));
  const rule = (name: string, rest: Pick<Rule, "when" | "does">): Rule => ({
    ...{ id: identifierFrom(name, taken), name, ...rest },
    ...{ whileIn: [], onlyIf: [], until: [] },
  });
  return [
    rule(`Make the ${to.noun}`, {
      when: { on: "enters", stage },
      does: [{ do: "create", pipeline: to.name }],
    }),
    rule(`The ${to.noun} is done`, {
      when: { on: "linked", fate: "won" },
      does: [{ do: "remind", text: `the ${to.noun} is done: write down when it was delivered` }],
    }),
    rule(`The ${to.noun} fell through`, {
      when: { on: "linked", fate: "lost" },
      does: [{ do: "remind", text: `the ${to.noun} fell through: talk to the client` }],
    }),
  ];
}
