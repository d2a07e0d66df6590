// Time per department in the flat report.

import type { CsvSection } from "./csv-sections.ts";

/** The section of roles. */
export const departmentTables: readonly CsvSection[] = [
  {
    name: "departments",
    header: ["Role", "Now", "Days, median", "Days, 80 % left", "Days, median of the finished", "Stays"],
    rowsOf: ({ departments = [] }) =>
      departments.map(({ role, now, time }) => [role, now, time.median, time.p80, time.plainMedian, time.n]),
  },
];
