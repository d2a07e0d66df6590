// Rows or columns next to each other that are alike: of one size, and all in sight or none.

export interface Line {
  /** Absent for the usual size. */
  readonly pixels: number | undefined;
  readonly isHidden: true | undefined;
}

export interface LineRun {
  /** From 1. */
  readonly first: number;
  readonly last: number;
  readonly line: Line;
}

/** The runs of all lines that are not the usual ones. */
export function lineRuns(lines: readonly Line[]): readonly LineRun[] {
  const runs: { first: number; last: number; line: Line }[] = [];
  lines.forEach((line, index) => {
    if (line.pixels === undefined && line.isHidden !== true) return;
    const last = runs.at(-1);
    const goesOn =
      last?.last === index && last.line.pixels === line.pixels && last.line.isHidden === line.isHidden;
    if (goesOn && last !== undefined) last.last += 1;
    else runs.push({ first: index + 1, last: index + 1, line });
  });
  return runs;
}
