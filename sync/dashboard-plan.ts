// A plan and what it makes of the Dashboard: whoever wrote to a book in bulk leaves the Dashboard as the book is then. A
// command that sets a single cell leaves it to the next sync, and a plan that changes nothing changes no Dashboard.

import { renewedDashboard, type StampedTime } from "../shared/report/dashboard/renewed-dashboard.ts";
import { applyChanges } from "../shared/table/apply-changes.ts";
import type { Tables } from "../shared/table/table.ts";
import type { Plan } from "./stores/book-store.ts";

/**
 * The plan, with the Dashboard as it is after it. Its tab comes first in a new book; what stands in it comes last, where the
 * tabs that it is noted in are there and everything that it tells of.
 */
export function withDashboard<Result>(plan: Plan<Result>, tables: Tables, at: StampedTime): Plan<Result> {
  if (plan.changes.length === 0) return plan;
  const dashboard = renewedDashboard(tables, applyChanges(tables, plan.changes), at);
  const layouts = dashboard.filter(({ kind }) => kind === "layOut");
  const rest = dashboard.filter(({ kind }) => kind !== "layOut");
  return { ...plan, changes: [...layouts, ...plan.changes, ...rest] };
}
