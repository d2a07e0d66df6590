// The holding answer: what tells somebody at once that the message has arrived and who will come back to it. A pipeline
// may have a message of its own for it, called "Holding answer"; where it has none, there is one that says it plainly.

import type { Pipeline } from "../../definition/pipeline.ts";
import type { Message } from "../../definition/rule.ts";
import { nameKey } from "../../table/cell.ts";

const BUILT_IN: Message = {
  id: "holding_answer",
  name: "Holding answer",
  purpose: "service",
  to: "contact",
  cc: [],
  subject: "Your message has arrived",
  body: "Thank you, your message has arrived. I will get back to you.",
  reviewFirst: false,
};

/**
 * The message of a pipeline by which a reply is answered for now.
 *
 * @example
 * holdingMessage(fixtures.offers).subject //=> "Your message has arrived"
 */
export function holdingMessage({ messages }: Pick<Pipeline, "messages">): Message {
  const key = nameKey(BUILT_IN.name);
  return messages.find(({ name }) => nameKey(name) === key) ?? BUILT_IN;
}

/**
 * The message that an entry names by its id; `undefined` where the pipeline has none, or none any more.
 *
 * @example
 * messageCalled(fixtures.offers, "holding_answer")?.name //=> "Holding answer"
 */
export function messageCalled(
  pipeline: Pick<Pipeline, "messages">,
  id: string | undefined,
): Message | undefined {
  const own = pipeline.messages.find((message) => message.id === id);
  return own ?? (id === BUILT_IN.id ? BUILT_IN : undefined);
}
