// Messages that reach nobody: no rule sends them, the record has no address, or the guard keeps them back.

import type { Pipeline, Stage } from "../../definition/pipeline.ts";
import type { Message, Rule } from "../../definition/rule.ts";
import { messagesTab } from "../../definition/setup/messages-tab.ts";
import { nameKey } from "../../table/cell.ts";
import { quoted } from "../../table/shown-cell.ts";
import { normalisedEmail } from "../../value/contact.ts";
import { oneOf } from "../../value/noun.ts";
import { type Advice, adviceAt, type PipelineFacts } from "./advice.ts";
import { namesWords } from "./advice-words.ts";

/**
 * What is told of messages that nobody will read.
 *
 * @example
 * unheardMessages(factsOf(fixtures.bookTables, fixtures.book, fixtures.run.now).pipelines[0]) //=> []
 */
export function unheardMessages({ pipeline, book }: PipelineFacts): readonly Advice[] {
  return pipeline.messages.flatMap((message) => {
    const at = (key: string, text: string) =>
      adviceAt(book, { layout: messagesTab, key, id: message.id, pipeline: pipeline.id }, text);
    const senders = pipeline.rules.filter(({ does }) =>
      does.some((action) => action.do === "send" && action.message === message.id),
    );
    return [
      ...unsent(message, senders).map((text) => at("message", text)),
      ...addressless(pipeline, message).map((text) => at("to", text)),
      ...brokenAddresses("to", message).map((text) => at("to", text)),
      ...brokenAddresses("cc", message).map((text) => at("cc", text)),
      ...keptBack(pipeline, message, senders).map((text) => at("purpose", text)),
    ];
  });
}

// One that waits for a person may be sent by a person without any rule.
function unsent({ name, reviewFirst }: Message, senders: readonly Rule[]): readonly string[] {
  if (senders.length > 0 || reviewFirst) return [];
  return [
    `no rule sends ${quoted(name)}; add a rule, or write yes in "Review first" where a person sends it`,
  ];
}

function addressless(pipeline: Pipeline, { name, to }: Message): readonly string[] {
  if (nameKey(to) !== "contact" || pipeline.fields.some(({ type }) => type === "e-mail")) return [];
  return [
    `${quoted(name)} goes to the contact, but ${oneOf(pipeline.noun)} has no field of the type "e-mail"; add one in Fields`,
  ];
}

function brokenAddresses(key: "to" | "cc", message: Message): readonly string[] {
  const written = key === "to" ? [message.to] : message.cc;
  const broken = written.filter((text) => text.includes("@") && normalisedEmail(text) === undefined);
  return broken.map((text) => `${quoted(text)} is no e-mail address; write one like ada@example.org`);
}

function keptBack(
  pipeline: Pipeline,
  { name, purpose }: Message,
  senders: readonly Rule[],
): readonly string[] {
  if (purpose !== "outreach") return [];
  const stages = senders.flatMap((rule) => stagesOfSending(pipeline, rule));
  return [
    ...told(
      stages,
      "avoid",
      (names) =>
        `${quoted(name)} asks for new business, which is never sent in ${names}; give it the purpose service, or send it elsewhere`,
    ),
    ...told(
      stages,
      "won",
      (names) =>
        `${quoted(name)} asks for new business, but ${oneOf(pipeline.noun)} in ${names} is won already; it may be meant as service`,
    ),
  ];
}

function told(
  stages: readonly Stage[],
  kind: Stage["kind"],
  words: (names: string) => string,
): readonly string[] {
  const names = [...new Set(stages.filter((stage) => stage.kind === kind).map((stage) => stage.name))];
  return names.length === 0 ? [] : [words(namesWords(names))];
}

// The stages in which a rule sends, where it says so: by its trigger, else by "While in".
function stagesOfSending(pipeline: Pipeline, { when, whileIn }: Rule): readonly Stage[] {
  const ids = when.on === "enters" || when.on === "every" ? [when.stage] : whileIn;
  return pipeline.stages.filter(({ id }) => ids.includes(id));
}
