// How much of each column is drawn: columns that stand aside are folded, long ones come in steps, and of what is won the
// part that rests is left out until somebody asks for it.

import { useState } from "preact/hooks";
import type { BoardColumn } from "../../../shared/report/views/board-columns.ts";
import type { ShownRecords } from "./card-steps.ts";

const STEP = 25;

/** What of a column is drawn, and what can be done about it. */
export interface ColumnPart {
  readonly isFolded: boolean;
  readonly onFold: (isFolded: boolean) => void;
  /** Cards from the top. */
  readonly drawn: number;
  /** More that come as one scrolls. */
  readonly below: number;
  /** More that rest. */
  readonly resting: number;
  readonly onMore: () => void;
  readonly onAll: () => void;
}

export interface ColumnParts {
  readonly of: (column: BoardColumn) => ColumnPart;
  /** What can be gone to by keys, whether it is drawn by now or not. */
  readonly reachable: readonly ShownRecords[];
  /** Draws enough to show that record. */
  readonly reveal: (record: string) => void;
}

export function useColumnParts(columns: readonly BoardColumn[]): ColumnParts {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const [steps, setSteps] = useState<ReadonlyMap<string, number>>(new Map());
  const isFolded = ({ isAside, stage }: BoardColumn) => isAside && !unfolded.has(stage.id);
  const lengthOf = ({ atFirst, cards, stage }: BoardColumn) => (whole.has(stage.id) ? cards.length : atFirst);
  const drawUpTo = (id: string, count: number) =>
    setSteps((present) => new Map(present).set(id, Math.max(count, present.get(id) ?? STEP)));
  return {
    of: (column) => {
      const { id } = column.stage;
      const length = lengthOf(column);
      const drawn = Math.min(length, steps.get(id) ?? STEP);
      return {
        isFolded: isFolded(column),
        onFold: (fold) =>
          setUnfolded(
            (present) => new Set([...present].filter((each) => each !== id).concat(fold ? [] : [id])),
          ),
        drawn,
        below: length - drawn,
        resting: column.cards.length - length,
        onMore: () => drawUpTo(id, drawn + STEP),
        onAll: () => setWhole((present) => new Set(present).add(id)),
      };
    },
    reachable: columns.map((column) =>
      isFolded(column) ? [] : column.cards.slice(0, lengthOf(column)).map(({ record }) => record),
    ),
    reveal: (record) => {
      const column = columns.find(({ cards }) => cards.some((card) => card.record === record));
      const index = column?.cards.findIndex((card) => card.record === record) ?? -1;
      if (column !== undefined) drawUpTo(column.stage.id, index + 1);
    },
  };
}
