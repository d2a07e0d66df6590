// Time per department as the report holds it: how long records lie with each role, and how many lie there now.

import type { Pipeline } from "../definition/pipeline.ts";
import type { Paths } from "../log/paths.ts";
import type { Period } from "../log/period.ts";
import { departments } from "../metrics/departments.ts";
import type { TimeReport } from "./book-report.ts";
import { timeReport } from "./stage-reports.ts";

export interface DepartmentReport {
  readonly role: string;
  /** Of its stays; several stages of the role in a row are one. */
  readonly time: TimeReport;
  readonly now: number;
}

/**
 * One report for each role with which records were.
 *
 * @example
 * departmentReports(fixtures.offers, fixtures.paths("ada: Lead Offer"), {}) //=> []
 */
export function departmentReports(
  pipeline: Pipeline,
  paths: Paths,
  period: Period,
): readonly DepartmentReport[] {
  return departments(pipeline, paths, period).map(({ role, time, now }) => ({
    role,
    time: timeReport(time),
    now,
  }));
}
