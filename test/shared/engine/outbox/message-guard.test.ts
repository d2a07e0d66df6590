// Who is never asked for new business, and what goes on all the same.

import { expect, test } from "vitest";
import { type Asked, accounts, message, openStory, sales } from "./outbox-story.ts";

type Story = ReturnType<typeof openStory>;

/** A client on Accounts, and Ada on Deals with this contact, to whom a message is to go. */
function guarded(
  client: Readonly<Record<string, string>>,
  ada: Readonly<Record<string, string | boolean>>,
  asked: Asked = {},
): Story {
  const story = openStory();
  story.add("Acme Ltd", "client", client, "Accounts");
  story.add("Ada", "dialogue", ada);
  story.ask("Ada", asked);
  story.fill();
  return story;
}

function told(story: Story): readonly string[] {
  return [
    ...story.rows().map(({ state, note }) => (note === "" ? `${state}` : `${state}: ${note}`)),
    ...story.refusals(),
  ];
}

test("a client gets no outreach on another board under the same address, in whatever spelling", () => {
  expect(told(guarded({ e_mail: "ada@acme.example" }, { e_mail: "ADA@Acme.example" }))).toEqual([
    'ada@acme.example is also that of "Acme Ltd" in "Client" (Accounts), which gets no outreach',
  ]);
});

test("a client gets service all the same", () => {
  const story = guarded({ e_mail: "ada@acme.example" }, { e_mail: "ada@acme.example" }, { message: "touch" });
  expect(told(story)).toEqual(["waiting to send"]);
});

test("a colleague of a client gets no outreach: the domain is that of the company", () => {
  expect(told(guarded({ e_mail: "info@acme.example" }, { e_mail: "ada@acme.example" }))).toEqual([
    'acme.example is the domain of "Acme Ltd" in "Client" (Accounts), which gets no outreach',
  ]);
});

test("the website of a client names its domain, too", () => {
  expect(
    told(guarded({ website: "https://www.acme.example/about" }, { e_mail: "ada@acme.example" })),
  ).toEqual(['acme.example is the domain of "Acme Ltd" in "Client" (Accounts), which gets no outreach']);
});

test("a public mail domain says nothing of a company", () => {
  expect(told(guarded({ e_mail: "acme@gmail.com" }, { e_mail: "ada@gmail.com" }))).toEqual([
    "waiting to send",
  ]);
});

test("a company with a name like that of a client is a question for a person", () => {
  expect(told(guarded({}, { e_mail: "ada@other.example", company: "ACME GmbH" }))).toEqual([
    'waiting for you: the name is like that of "Acme Ltd" in "Client" (Accounts), which gets no outreach; choose Send if it is another company',
  ]);
});

test("an account to avoid gets no outreach from its own row, and its service", () => {
  const story = openStory();
  story.add("Acme", "bad_fit", { e_mail: "ada@acme.example" }, "Accounts");
  story.ask("Acme");
  story.ask("Acme", { message: "touch" });
  story.fill();
  expect(told(story)).toEqual(["waiting to send", 'nobody in "Bad fit" is asked for new business']);
});

test("a duplicate silences its own row, and not the account that it points at", () => {
  const story = openStory();
  story.add("Acme", "working", { e_mail: "ada@acme.example" }, "Accounts");
  story.add("Acme again", "duplicate", { e_mail: "ada@acme.example", duplicate_of: "Acme" }, "Accounts");
  for (const name of ["Acme", "Acme again"]) story.ask(name);
  story.ask("Acme again", { message: "touch" });
  story.fill();
  const silenced = 'nothing goes out from "Duplicate"; the one that it points at is worked';
  expect(story.rows().map(({ about }) => about)).toEqual(["Acme"]);
  expect(story.refusals()).toEqual([silenced, silenced]);
});

test("an opt-out stops outreach and service, but for the service of a stage that is won", () => {
  const story = openStory();
  story.add("Ada", "dialogue", { e_mail: "ada@acme.example", do_not_contact: true });
  story.add("Bea", "loop", { e_mail: "bea@brook.example", do_not_contact: "yes" });
  for (const name of ["Ada", "Bea"]) for (const message of ["hello", "touch"]) story.ask(name, { message });
  story.fill();
  expect(story.rows().map(({ about, subject }) => `${about}: ${subject}`)).toEqual(["Bea: Touch"]);
  expect(story.refusals()).toEqual(Array(3).fill('"Do not contact" is yes'));
});

test("an opt-out that cannot be read is one", () => {
  const story = guarded({}, { e_mail: "ada@other.example", do_not_contact: "stop it" });
  expect(told(story)).toEqual(['"Do not contact" is yes']);
});

test("an opt-out on another row stops outreach to the same address", () => {
  const story = openStory();
  story.add("Acme", "working", { e_mail: "ada@acme.example", do_not_contact: "yes" }, "Accounts");
  story.add("Ada", "dialogue", { e_mail: "ada@acme.example" });
  story.ask("Ada");
  story.ask("Ada", { message: "touch" });
  story.fill();
  expect(told(story)).toEqual([
    "waiting to send",
    'ada@acme.example is also that of "Acme" in Accounts, where "Do not contact" is yes',
  ]);
});

test("an address that Messages names is guarded like a contact, and so is a copy", () => {
  const to = message("Hello", { purpose: "outreach", to: "info@acme.example" });
  const cc = message("Copied", { purpose: "outreach", cc: ["info@acme.example"] });
  const story = openStory({ boards: { Deals: { ...sales, messages: [to, cc] }, Accounts: accounts } });
  story.add("Acme", "client", { e_mail: "info@acme.example" }, "Accounts");
  story.add("Ada", "dialogue", { e_mail: "ada@other.example" });
  for (const name of ["hello", "copied"]) story.ask("Ada", { message: name, occurrence: name });
  story.fill();
  expect(story.rows()).toEqual([]);
  expect(story.refusals()).toHaveLength(2);
});

test("notices to colleagues go whatever the contact said", () => {
  const story = guarded(
    {},
    { e_mail: "ada@other.example", do_not_contact: "yes" },
    { do: "notify", role: "Store" },
  );
  expect(told(story)).toEqual(["waiting to send"]);
});

test("outreach waits while a board is stopped on which somebody may be guarded; service does not", () => {
  const story = openStory();
  story.add("Acme", "client", { e_mail: "ada@acme.example" }, "Accounts");
  story.add("Ada", "dialogue", { e_mail: "ada@acme.example" });
  story.ask("Ada");
  story.ask("Ada", { message: "touch" });
  story.stop("Accounts");
  story.fill();
  expect(told(story)).toEqual(["waiting to send"]);
  story.goOn();
  story.fill();
  expect(story.refusals()).toHaveLength(1);
});

test("a client whose row was deleted guards nobody", () => {
  const story = openStory();
  story.add("Acme", "client", { e_mail: "ada@acme.example" }, "Accounts");
  story.log("Acme", "removed");
  story.add("Ada", "dialogue", { e_mail: "ada@acme.example" });
  story.ask("Ada");
  story.fill();
  expect(told(story)).toEqual(["waiting to send"]);
});
