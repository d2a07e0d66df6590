// One messy book, in which every kind of advice has its place once: what its owner reads under "Worth a look".

import { expect, test } from "vitest";
import { adviceOn, jobs, walks } from "./advised.ts";

const steps = Array.from({ length: 14 }, (_, number) => ({
  name: `Step ${number + 1}`,
  role: number === 0 ? "Office" : `Desk ${number % 2}`,
}));

const pipeline = {
  ...jobs({
    stages: [
      { name: "Ask", needs: "Call logged", role: "Office" },
      { name: "Check" },
      { name: "Do", role: "Offise", next: ["Pack", "Done"] },
      { name: "Bill", needs: "Size is Huge", mayEnter: ["Accounts"] },
      { name: "Pack", onMainLine: false, next: ["Pack"] },
      ...steps,
      { name: "Done", kind: "won" },
      { name: "Client", kind: "avoid" },
      { name: "Never", kind: "parked" },
    ],
    fields: [
      { name: "Size", type: "choice", options: ["Small", "Big"], default: "Medium" },
      { name: "Colour", type: "text" },
      { name: "Phone", type: "phone" },
    ],
    messages: [
      { name: "Offer", purpose: "outreach", to: "contact", subject: "An offer", body: "" },
      { name: "Lost", purpose: "service", to: "Bos", subject: "Sorry", body: "" },
    ],
    rules: [
      { name: "Greet", when: "enters Client", does: "send Offer" },
      { name: "Back", when: "enters Do", whileIn: ["Ask"], does: "move to Ask" },
      { name: "Left", when: "Reply: no logged", does: "move to Done" },
      { name: "Right", when: "Reply: no logged", does: "move to Client" },
      { name: "There", when: "enters Done", does: "move to Client" },
      { name: "And back", when: "enters Client", does: "move to Done; remind owner: look" },
    ],
  }),
  milestones: [
    { id: "asked", name: "Asked", points: 1, reachedWhen: { by: "stage", stage: "ask" } },
  ] as const,
};

const team = [
  { id: "ada", name: "Ada", roles: ["Office", "Desk 0", "Desk 1", "Boss"] },
  { id: "bob", name: "Bob", email: "bob@example.org", roles: [] },
];

test("each kind of mess is told at its cell", () => {
  const rows = Array.from({ length: 51 }, (_, number) => ({
    Name: `job ${number}`,
    Stage: "Do",
    Owner: number === 0 ? "" : number === 1 ? "Zoe" : "Bob",
    Size: "Small",
    Phone: "0123",
  }));
  const history = [
    ...walks(20, ["ask", "do"], { minutes: 61, name: "skipper" }),
    ...walks(20, ["step_1", "step_2"], { minutes: 30, name: "quick" }),
  ];
  expect(adviceOn({ pipeline, team, rows, history })).toEqual([
    'Pipelines!B2: "Jobs" has 22 stages; with more than 20 people lose their way; merge some, such as "Check", which is always skipped; "Step 1", which is left within the hour',
    'Stages!B3: "Check" is always skipped: 20 jobs went past it and none was in it; merge it with "Ask" or "Do"',
    'Stages!B6: not a job of 91 was ever in "Pack"; leave the stage out if nobody needs it',
    'Stages!B7: "Step 1" is usually left within the hour: 20 of 20; merge it with "Bill" or "Step 2"',
    'Stages!B22: not a job of 91 was ever in "Client"; leave the stage out if nobody needs it',
    'Stages!B23: not a job of 91 was ever in "Never"; leave the stage out if nobody needs it',
    'Stages!I4: after "Do" the main line goes on with "Bill", but the next stages are "Pack", "Done": the usual way passes it by; add "Bill", or take it off the main line',
    'Stages!H2: a job begins in "Ask" with nothing logged yet, so none has what is needed first; ask for it in a later stage',
    'Stages!H5: "Bill" can never be entered: "Size" is never "Huge"; its choices are "Small", "Big"',
    'Milestones!D2: every job has "Asked" from its first day, as it begins in "Ask"; name a later stage',
    'Rules!D3: "Back" never works: a job is in "Do" then, which "While in" leaves out; add it there, or empty the cell',
    'Fields!E2: "Size" cannot start so: "Medium" is not one of Small, Big',
    'Rules!F5: "Right" fights with "Left" at the same moment: "move to Client" against "move to Done"; keep one, or ask for a condition',
    'Rules!F6: "There", "And back" move a job in a circle at once, without end; let one of them wait, or ask for a condition',
    'Messages!D2: "Offer" goes to the contact, but a job has no field of the type "e-mail"; add one in Fields',
    'Messages!C2: "Offer" asks for new business, which is never sent in "Client"; give it the purpose service, or send it elsewhere',
    'Messages!B3: no rule sends "Lost"; add a rule, or write yes in "Review first" where a person sends it',
    'Fields!B3: "Colour" is empty in all 51 jobs; leave out what nobody needs',
    'Fields!D2: nobody picked "Big" for "Size" in 51 jobs; leave out what nobody needs',
    'Jobs!C2: 1 open job has no owner: "job 0"; nobody is reminded of them',
    'Jobs!C3: owner "Zoe" is not in Team; add the name there',
    'Stages!J5: nobody may move a job to "Bill": nobody in Team has the role "Accounts"; give it to somebody, or empty the cell',
    'Stages!G4: nobody in Team has the role "Offise"; "Office" may be meant',
    'Messages!D3: nobody in Team has the role "Bos"; give it to somebody there',
    'Team!C3: "Bob" has no role, while others have one: no role is theirs to work for or to move records by; write one in Roles',
    'Team!B2: "Ada" has no e-mail address, so reminders and notices cannot be mailed to them; write it in E-mail',
  ]);
});
