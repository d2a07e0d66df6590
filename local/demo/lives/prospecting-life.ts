// A year of accounts before a deal exists: most are found out about and put where they belong; few become
// opportunities. What becomes of those is told on the sales board, and comes back here.

import type { Cell } from "../../../shared/table/cell.ts";
import { any, type Beginning, fillsIn, type LifePlan, logs, type Scene, type Ways } from "../life-plan.ts";
import { madeUpContact } from "../made-up-name.ts";
import { moveOn } from "../moving.ts";
import { enteredKind, type Story } from "../record-story.ts";
import { compareTimes, isLucky, laterThan, oneOf, startTimes, type Telling } from "../telling.ts";

const ACCOUNTS = 230;
const reps = ["Aïcha", "Rafał", "Jonas"] as const;

/** The plan of a year's accounts. */
export function prospectingLives(telling: Telling, taken: Set<string>): LifePlan {
  const beginnings = startTimes(telling, ACCOUNTS).map((at) => ({ at, cells: account(telling, taken) }));
  return {
    beginnings,
    ways: WAYS,
    forgotten: { to: "Cold", wait: 35 },
    fills: {
      influencer: any("the owner", "head of operations", "the buyer", "her assistant", "the founder"),
      why_not: any("out of business", "far too small", "only buys from its group", "does it in-house"),
      duplicate_of: (scene) => another(scene, beginnings),
    },
    nextSteps: [
      "find out who decides",
      "call the influencer",
      "read their annual report",
      "send a first idea",
    ],
  };
}

/** Each account names its deal as soon as there is one, and hears of its fate. */
export function tellFates(accounts: readonly Story[], deals: readonly Story[]): void {
  const first = deals.filter((deal) => deal.text("earlier_deal") === "");
  const byCompany = new Map(first.map((deal) => [deal.text("company"), deal]));
  for (const account of accounts) {
    const deal = byCompany.get(account.text("name"));
    if (deal === undefined || account.stage().name !== "Active Opportunity") continue;
    account.type({
      at: laterThan(account.last(), 5),
      who: account.text("owner"),
      cells: { opportunity: deal.text("name") },
    });
    const won = enteredKind(deal, "won");
    if (won !== undefined) moveOn(account, won, { to: "Current Client", why: "the deal is won" });
    const lost = enteredKind(deal, deal.stage().kind === "lost" ? "lost" : "avoid");
    if (lost !== undefined) moveOn(account, lost, { to: "Dead Opportunity", why: "the deal is lost" });
  }
}

function account(telling: Telling, taken: Set<string>): Beginning["cells"] {
  const { name, company, email, phone } = madeUpContact(telling, taken);
  return {
    name: company,
    owner: isLucky(telling, 0.95) ? oneOf(telling, reps) : null,
    contact: name,
    e_mail: email,
    phone,
    website: `https://${email.split("@")[1]}`,
  };
}

// An account that was there before; the very first one can only be the double of a later one.
function another({ telling, story, at }: Scene, beginnings: readonly Beginning[]): Cell {
  const own = story.text("name");
  const others = beginnings.filter(({ cells }) => cells["name"] !== own);
  const older = others.filter((each) => compareTimes(each.at, at) < 0);
  const [first, ...rest] = (older.length > 0 ? older : others).map(({ cells }) => String(cells["name"]));
  return first === undefined ? null : oneOf(telling, [first, ...rest]);
}

const research = [
  fillsIn(0.9, 0.5, ({ telling }) => ({
    insight: oneOf(telling, [
      "opens a second site in spring",
      "their supplier has raised prices",
      "looks for people to run the web shop",
      "has won a regional prize",
    ]),
  })),
  logs("call", 0.5, 1, "asked who decides", "spoke with reception", "a good first talk"),
  logs("email-out", 0.7, 1.5, "first idea, about their news", "asked for ten minutes"),
];

const cadence = [2, 4, 7].map((days) => logs("email-out", 0.85, { calendarDays: days + 1 }, "following up"));

const WAYS: Ways = {
  Cold: [
    { to: "Working", chance: 0.62, wait: 8 },
    { to: "Bad Fit", chance: 0.05, wait: 10, cells: () => ({ fit: "no" }) },
    { to: "Duplicate Account", chance: 0.03, wait: 6 },
  ],
  Working: [
    {
      to: "Active Opportunity",
      chance: 0.22,
      wait: 8,
      happens: [
        ...research,
        logs("reply-yes", 0.9, 4, "wants to talk"),
        logs("meeting", 0.6, 6, "first talk"),
      ],
      cells: () => ({ fit: "yes", interest: "Strong" }),
    },
    {
      to: "Check Back Quarterly",
      chance: 0.2,
      wait: 9,
      happens: [...research, logs("reply-later", 0.8, 5, "not before next quarter", "ask again later")],
      cells: () => ({ fit: "yes", interest: "Some" }),
    },
    {
      to: "Bad Fit",
      chance: 0.12,
      wait: 5,
      happens: [...research, logs("reply-no", 0.4, 3, "not for us")],
      cells: () => ({ fit: "no", interest: "None" }),
    },
    { to: "Duplicate Account", chance: 0.02, wait: 3 },
    { to: "Cold", chance: 0.26, wait: { calendarDays: 11 }, happens: [...research, ...cadence] },
    { chance: 0.18, wait: 40, happens: research },
  ],
  "Check Back Quarterly": [{ to: "Working", chance: 0.94, wait: { calendarDays: 90 } }],
};
