// Hand-overs that nobody took up, in the flat report.

import type { CsvSection } from "./csv-sections.ts";

/** The section of hand-overs. */
export const handOverTables: readonly CsvSection[] = [
  {
    name: "dropped hand-overs",
    header: [
      ...["Record", "Name", "Owner", "Stage", "To board", "To record", "To name", "What", "Since"],
      "Working days",
    ],
    rowsOf: ({ handOvers = [] }) =>
      handOvers.map(({ record, name, owner, stage, to, why, since, days }) => [
        ...[record, name, owner, stage, to.board, to.record, to.name, why, since, days],
      ]),
  },
];
