// Accounts of people, what each may use up in a day, and which scopes they granted to which script.
// Sources: developers.google.com/apps-script/guides/services/quotas. A day is 24 hours from the first use.

export type AccountKind = "consumer" | "workspace";

export interface Account {
  readonly email: string;
  readonly kind: AccountKind;
  /** Script → the scopes that were granted; an add-on is installed for whoever is in it. */
  readonly grants: Map<string, readonly string[]>;
  readonly used: Map<DailyUse, { from: number; amount: number }>;
}

export type DailyUse = "mail recipients" | "trigger milliseconds";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const PER_DAY: Readonly<Record<DailyUse, Readonly<Record<AccountKind, number>>>> = {
  "mail recipients": { consumer: 100, workspace: 1500 },
  "trigger milliseconds": { consumer: 90 * MINUTE_MS, workspace: 360 * MINUTE_MS },
};

export function newAccount(email: string, kind: AccountKind): Account {
  return { email, kind, grants: new Map(), used: new Map() };
}

/** How much of it is left at that moment. */
export function leftToday(account: Account, use: DailyUse, now: number): number {
  return PER_DAY[use][account.kind] - usedToday(account, use, now);
}

export function useUp(
  account: Account,
  use: DailyUse,
  spent: { readonly amount: number; readonly now: number },
): void {
  const before = usedToday(account, use, spent.now);
  const from = before === 0 ? spent.now : (account.used.get(use)?.from ?? spent.now);
  account.used.set(use, { from, amount: before + spent.amount });
}

/** Consumers have no domain in common, whatever stands behind the "@". */
export function isSameDomain(one: Account, other: Account): boolean {
  if (one.email === other.email) return true;
  return one.kind === "workspace" && other.kind === "workspace" && domainOf(one) === domainOf(other);
}

function usedToday(account: Account, use: DailyUse, now: number): number {
  const used = account.used.get(use);
  return used === undefined || now >= used.from + DAY_MS ? 0 : used.amount;
}

function domainOf(account: Account): string {
  return account.email.slice(account.email.indexOf("@") + 1);
}
