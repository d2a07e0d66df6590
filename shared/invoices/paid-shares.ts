// What of a record's invoices is paid: the advance is its first part, "all" is every part, and "any" whatever came in
// for one of them. A record without an invoice has paid nothing; nor does a void invoice count, since nobody has to pay it.

import type { PaidShare } from "../definition/need.ts";
import type { StandingInvoice } from "./standing-invoices.ts";

/**
 * Record id → what of it is paid; records of which nothing is are left out. `ofRecord` are their invoices.
 *
 * @example
 * paidShares(new Map([["r1", []]])) //=> new Map()
 */
export function paidShares(
  ofRecord: ReadonlyMap<string, readonly StandingInvoice[]>,
): ReadonlyMap<string, ReadonlySet<PaidShare>> {
  const paid = new Map<string, ReadonlySet<PaidShare>>();
  for (const [record, invoices] of ofRecord) {
    const shares = sharesOf(invoices.filter(({ status }) => status !== "void"));
    if (shares.size > 0) paid.set(record, shares);
  }
  return paid;
}

function sharesOf(parts: readonly StandingInvoice[]): ReadonlySet<PaidShare> {
  const shares = new Set<PaidShare>();
  const [first] = [...parts].sort(
    (left, right) => left.invoice.part - right.invoice.part || left.invoice.at - right.invoice.at,
  );
  if (first !== undefined && isPaid(first)) shares.add("advance");
  if (parts.length > 0 && parts.every(isPaid)) shares.add("all");
  if (parts.some(({ paid }) => paid.amountMinor > 0)) shares.add("any");
  return shares;
}

function isPaid({ open }: StandingInvoice): boolean {
  return open.amountMinor === 0;
}
