// Coaching and onboarding in six one-hour calls. The milestones are what the client does, not what we do: they
// come in any order, and their score against the time that has gone shows who is on course to be launched.

import type { PipelinePlan, StagePlan } from "./template.ts";

const CALL_COLOURS = ["#e3f2fd", "#d0e8fb", "#bbdefb", "#a6d2f8", "#90caf9", "#7bbdf5"];

const calls: readonly StagePlan[] = CALL_COLOURS.map((colour, index) => ({
  name: `Call ${index + 1}`,
  role: "Coach",
  goal:
    index === 5
      ? "Ready to go on alone"
      : "Held within the week; what the client will do before the next one",
  needs: "Next call on",
  targetRate: 0.95,
  limitDays: 10,
  colour,
}));

/** The plan of `--template coaching`. */
export const coaching: PipelinePlan = {
  name: "Coaching",
  noun: "client",
  stages: [
    {
      name: "Welcome",
      role: "Coach",
      goal: "The first call is in the calendar within two working days",
      targetRate: 0.98,
      limitDays: 2,
      colour: "#eceff1",
    },
    ...calls,
    {
      name: "Launched",
      kind: "won",
      role: "Coach",
      goal: "Fully launched by the end of the coaching period",
      colour: "#a5d6a7",
    },
    {
      name: "Left",
      kind: "lost",
      role: "Coach",
      goal: "Why the client left, and after which call",
      colour: "#ebe1e1",
    },
  ],
  fields: [
    { name: "Company", type: "text", carriesOver: true },
    { name: "E-mail", type: "e-mail", personal: true },
    { name: "Phone", type: "phone", personal: true },
    { name: "Starts on", type: "day", help: "First day of the coaching period" },
    { name: "Ends on", type: "day", help: "Planned last day of the coaching period" },
    { name: "Next call on", type: "day" },
    { name: "Next call at", type: "time" },
    { name: "First e-mail broadcast", type: "yes/no", help: "yes when the client has sent it" },
    { name: "Web form live", type: "yes/no" },
    { name: "First automation", type: "yes/no" },
    { name: "Contacts imported", type: "yes/no" },
    { name: "Left because", type: "text" },
    { name: "Do not contact", type: "yes/no", help: "yes: no more messages but what a contract needs" },
  ],
  period: { start: "Starts on", end: "Ends on" },
  milestones: [
    { name: "First e-mail broadcast sent", points: 30, field: "First e-mail broadcast" },
    { name: "Web form live", points: 20, field: "Web form live" },
    { name: "First automation built", points: 30, field: "First automation" },
    { name: "Contacts imported", points: 20, field: "Contacts imported" },
  ],
  rules: [
    {
      name: "Book the first call",
      when: "2 working days after entering Welcome",
      whileIn: ["Welcome"],
      does: "remind owner: the first call is not in the calendar",
      until: "a move",
    },
    {
      name: "Before a call",
      when: "1 day before Next call on",
      // It stands on the day of the call, too.
      does: "remind owner: the next call is on {{Next call on}}",
    },
    {
      // By the day and not by what was logged: another day ends the wait, and so does a call that was put off.
      name: "No call for long",
      when: "10 days after Next call on",
      whileIn: calls.map(({ name }) => name),
      does: "remind owner: ten days without a call",
    },
    {
      name: "Behind with the milestones",
      when: "is behind",
      whileIn: ["Welcome", ...calls.map(({ name }) => name)],
      does: "remind owner: behind the pace of the coaching period, still open: {{Open}}",
    },
    {
      name: "Ask why a client left",
      when: "1 working day after entering Left",
      whileIn: ["Left"],
      onlyIf: "Left because is empty",
      does: "remind owner: ask why the client left, and write it down",
    },
  ],
};
