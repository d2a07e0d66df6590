// Logs drawn at random, amended and repeated ones too, and entries with texts that break careless readers.

import fc from "fast-check";
import { activityKinds } from "../../../shared/definition/activity.ts";
import { type Entry, type EntryKind, entryKinds } from "../../../shared/log/entry.ts";
import { dayMoment } from "../../moves.ts";

const naughty: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "=1+1",
    "'",
    '"',
    "a\nb",
    "\r\n",
    " ends with a space ",
    "\t",
    "1e5",
    "TRUE",
    "null",
    "-",
    "#REF!",
    "{}",
  ),
);
const word = fc.stringMatching(/^[a-z][a-z0-9_]{0,6}$/);
const key = fc.constantFrom("of", "field", "from", "to", "void", "field:budget", "rule");

/** Any entry that the engine could write. */
export const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    days: fc.integer({ min: -1000, max: 5000 }),
    board: word,
    record: fc.oneof(word, fc.constant("")),
    kind: fc.constantFrom(...entryKinds),
    from: fc.option(word, { nil: undefined }),
    to: fc.option(word, { nil: undefined }),
    n: fc.nat(1000),
    who: naughty,
    knownBy: fc.constantFrom("sidebar", "event", "sweep", "import", "rule", "command"),
    name: naughty,
    note: naughty,
    data: fc.dictionary(key, naughty, { noNullPrototype: true }),
    id: word,
  })
  .map(({ days, from, to, ...rest }) => ({
    ...rest,
    at: dayMoment(days / 7),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }));

const STAGES = ["lead", "offer", "won", "lost"];
const kinds: readonly EntryKind[] = [
  "created",
  "moved",
  "moved",
  "moved",
  "copied",
  "removed",
  "restored",
  "undone",
  "correction",
  "refused",
  "field",
  "milestone",
  "merged",
  ...activityKinds,
];

const step = fc.record({
  record: fc.constantFrom("ada", "bob", "cid"),
  kind: fc.constantFrom(...kinds),
  to: fc.constantFrom(...STAGES),
  day: fc.nat(12),
  n: fc.nat(4),
  of: fc.nat(30),
  fixes: fc.constantFrom("at", "to", "void", "both"),
  value: fc.constantFrom("", "1", "2"),
});

/** The log of one board: a few records, whose entries undo and correct one another, some written twice. */
export const anyLog: fc.Arbitrary<readonly Entry[]> = fc
  .tuple(fc.array(step, { maxLength: 30 }), fc.array(fc.tuple(fc.nat(30), fc.nat(12)), { maxLength: 4 }))
  .map(([steps, repeats]) => {
    const entries = steps.map(({ kind, to, day, n, of, fixes, value }, number): Entry => {
      // An amendment stands in the history of the record that it amends.
      const record = recordOf(steps, number);
      const amends = { of: `e${of}`, ...fixOf(fixes, { day, to }) };
      const data: Record<string, string> =
        kind === "correction"
          ? amends
          : kind === "undone"
            ? { of: `e${of}` }
            : kind === "field"
              ? { field: "budget", from: "", to: value }
              : kind === "milestone"
                ? { milestone: `m${value}` }
                : kind === "merged"
                  ? mergeOf(value)
                  : {};
      const isMove = kind === "created" || kind === "moved" || kind === "copied" || kind === "refused";
      return {
        at: dayMoment(day),
        board: "board",
        record,
        kind,
        ...(isMove ? { to } : {}),
        n,
        who: "Robin",
        knownBy: "sweep",
        name: `${record} ${value}`,
        note: "",
        data,
        id: `e${number}`,
      };
    });
    // Two runs at once may write one fact, each at its own time.
    const again = repeats.flatMap(([which, day]) => {
      const entry = entries[which];
      return entry === undefined ? [] : [{ ...entry, at: dayMoment(day) }];
    });
    return [...entries, ...again];
  });

interface Step {
  readonly record: string;
  readonly kind: EntryKind;
  readonly of: number;
}

function isAmending({ kind }: Step): boolean {
  return kind === "undone" || kind === "correction";
}

/** The record at the end of a chain of amendments; "ada" where it has no end. */
function recordOf(steps: readonly Step[], first: number): string {
  let at = first;
  for (let count = 0; count <= steps.length; count++) {
    const step = steps[at];
    if (step === undefined) break;
    if (!isAmending(step)) return step.record;
    at = step.of;
  }
  return "ada";
}

// One that goes, one that is parked, one that stays.
function mergeOf(value: string): Record<string, string> {
  if (value === "2") return { from: "dee", activities: `call@${dayMoment(3)}`, "milestone:m1": dayMoment(2) };
  return { into: "dee", board: "board", ...(value === "1" ? { parked: "lost" } : {}) };
}

function fixOf(fixes: string, change: { readonly day: number; readonly to: string }): Record<string, string> {
  switch (fixes) {
    case "at":
      return { at: dayMoment(change.day) };
    case "to":
      return { to: change.to };
    case "void":
      return { void: "yes" };
    default:
      return { at: dayMoment(change.day), to: change.to };
  }
}
