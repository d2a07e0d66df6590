// The law of the guard: in whatever order things become known, no outreach leaves the book to somebody who is guarded
// when it leaves. What guards is told here in the plainest way, on its own.

import fc from "fast-check";
import { expect, test } from "vitest";
import "../../../seed.ts";
import type { ActBook } from "../../../../shared/engine/rules/rule-act.ts";
import { openStory } from "./outbox-story.ts";

type Story = ReturnType<typeof openStory>;

const people = ["Ada", "Bea", "Acme", "Brook"];
const tabOf = (name: string) => (name === "Ada" || name === "Bea" ? "Deals" : "Accounts");
const emails = [
  "ada@acme.example",
  "info@acme.example",
  "bea@gmail.com",
  "acme@gmail.com",
  "bea@brook.example",
];
const stages: Readonly<Record<string, readonly string[]>> = {
  Deals: ["dialogue", "proposal", "loop", "lost"],
  Accounts: ["cold", "working", "client", "bad_fit", "duplicate"],
};

type Act =
  | { readonly do: "e-mail"; readonly who: string; readonly email: string }
  | { readonly do: "opt out"; readonly who: string; readonly says: string }
  | { readonly do: "move"; readonly who: string; readonly stage: number }
  | { readonly do: "ask"; readonly who: string; readonly message: string; readonly by: "rule" | "sidebar" }
  | { readonly do: "say"; readonly says: string }
  | { readonly do: "stop" | "go on" | "fill" | "tidy" | "look and send" };

const who = fc.constantFrom(...people);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant("e-mail" as const), who, email: fc.constantFrom(...emails) }),
  fc.record({ do: fc.constant("opt out" as const), who, says: fc.constantFrom("yes", "no", "never") }),
  fc.record({ do: fc.constant("move" as const), who, stage: fc.nat(4) }),
  fc.record({
    do: fc.constant("ask" as const),
    who,
    message: fc.constantFrom("hello", "touch"),
    by: fc.constantFrom("rule" as const, "sidebar" as const),
  }),
  fc.record({ do: fc.constant("say" as const), says: fc.constantFrom("Send", "Cancel") }),
  fc.record({ do: fc.constantFrom("stop" as const, "go on" as const, "fill" as const, "tidy" as const) }),
  fc.record({ do: fc.constant("look and send" as const) }),
);

function doIt(story: Story, one: Act, sent: (book: ActBook) => void): void {
  switch (one.do) {
    case "e-mail":
      story.set(one.who, "e_mail", one.email);
      return;
    case "opt out":
      story.set(one.who, "do_not_contact", one.says);
      return;
    case "move": {
      const names = stages[tabOf(one.who)] ?? [];
      story.move(one.who, names[one.stage % names.length] ?? "");
      return;
    }
    case "ask":
      story.ask(one.who, { message: one.message, by: one.by, occurrence: String(story.history().length) });
      return;
    case "say":
      for (const { id } of story.rows().filter(({ state }) => state === "waiting for you"))
        story.decide(id, one.says);
      return;
    case "stop":
      story.stop("Accounts");
      return;
    case "go on":
      story.goOn();
      return;
    case "fill":
      story.fill();
      return;
    case "tidy":
      story.tidy();
      return;
    case "look and send":
      story.goOn();
      story.tidy();
      story.fill();
      sent(story.book());
      return;
  }
}

/** Why somebody must not be asked for new business, told anew from the rows alone. */
function isGuarded({ boards }: ActBook, email: string, record: string): boolean {
  const domain = (address: string) => address.slice(address.indexOf("@") + 1);
  return [...boards.values()].some(({ rows, states }) =>
    [...rows].some(([id, { values, cells }]) => {
      const other = String(values["e_mail"] ?? "");
      const stage = states.get(id)?.now.stage ?? "";
      const isQuiet = !["", "no"].includes(String(cells["do_not_contact"] ?? ""));
      if (id === record && (isQuiet || ["client", "bad_fit", "duplicate"].includes(stage))) return true;
      if (other === "") return false;
      if (isQuiet && other === email) return true;
      if (stage !== "client" && stage !== "bad_fit") return false;
      return other === email || (domain(other) === domain(email) && domain(email) !== "gmail.com");
    }),
  );
}

test("no outreach leaves the book to somebody guarded, in whatever order it becomes known", () => {
  let left = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(act, { minLength: 4, maxLength: 24 }), (acts) => {
      const story = openStory();
      for (const name of people)
        story.add(
          name,
          stages[tabOf(name)]?.[0] ?? "",
          { e_mail: emails[people.indexOf(name)] ?? "" },
          tabOf(name),
        );
      const sent = (book: ActBook) => {
        for (const row of story.rows().filter(({ state }) => state === "waiting to send")) {
          story.apply([{ kind: "setField", tab: "Outbox", record: row.id, field: "state", value: "sent" }]);
          if (row.subject !== "Hello") continue;
          for (const email of row.to) expect(isGuarded(book, email, row.record)).toBe(false);
          left += 1;
        }
      };
      for (const one of [...acts, { do: "look and send" } as const]) doIt(story, one, sent);
      refused += story.refusals().length;
    }),
    { numRuns: 60 },
  );
  // Neither is rare, or the law says nothing.
  expect(left).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(10);
});

test("a message that was asked for is in the Outbox or refused after a look, once, and a second look changes nothing", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 16 }), (acts) => {
      const story = openStory();
      for (const name of people)
        story.add(
          name,
          stages[tabOf(name)]?.[0] ?? "",
          { e_mail: emails[people.indexOf(name)] ?? "" },
          tabOf(name),
        );
      for (const one of acts) doIt(story, one, () => {});
      doIt(story, { do: "look and send" }, () => {});
      const asked = story.history().filter(({ kind, data }) => kind === "message" && data["do"] === "send");
      const refused = story.history().flatMap(({ kind, data }) => (kind === "not-sent" ? [data["of"]] : []));
      const rows = story.rows().map(({ id }) => id);
      expect(new Set(rows).size).toBe(rows.length);
      expect(new Set(refused).size).toBe(refused.length);
      for (const { id } of asked) expect(rows.includes(id) || refused.includes(id)).toBe(true);
      const again = [story.tidy(), story.fill()];
      expect(again.flatMap(({ changes, entries }) => [...changes, ...entries])).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
