// What of a record's invoices is paid: the advance is its first part, and "all" is every part. A record without an
// invoice has paid nothing; nor does a void invoice count, since nobody has to pay it.

import type { StandingInvoice } from "./standing-invoices.ts";

export type PaidShare = "advance" | "all";

/**
 * Record id → what of it is paid; records of which nothing is are left out.
 *
 * @example
 * paidShares([]) //=> new Map()
 */
export function paidShares(
  standing: readonly StandingInvoice[],
): ReadonlyMap<string, ReadonlySet<PaidShare>> {
  const ofRecord = new Map<string, StandingInvoice[]>();
  for (const each of standing) {
    const { record } = each.invoice;
    if (record === "" || each.status === "void") continue;
    ofRecord.set(record, [...(ofRecord.get(record) ?? []), each]);
  }
  return new Map(
    [...ofRecord]
      .map(([record, parts]) => [record, sharesOf(parts)] as const)
      .filter(([, shares]) => shares.size > 0),
  );
}

function sharesOf(parts: readonly StandingInvoice[]): ReadonlySet<PaidShare> {
  const shares = new Set<PaidShare>();
  const [first] = [...parts].sort(
    (left, right) => left.invoice.part - right.invoice.part || left.invoice.at - right.invoice.at,
  );
  if (first !== undefined && isPaid(first)) shares.add("advance");
  if (parts.every(isPaid)) shares.add("all");
  return shares;
}

function isPaid({ open }: StandingInvoice): boolean {
  return open.amountMinor === 0;
}
