// Which made-up records a link may name: all that begin on a board, known by the names that they begin with, before
// any of their lives is told. A life tells of links as it goes, and of records whose own lives come later.

import type { Board, Definition } from "../../shared/definition/pipeline.ts";
import type { LinkTarget, LinkTargets } from "../../shared/engine/board/record-links.ts";
import type { BoardRun } from "../../shared/engine/row/row-draft.ts";
import { nameKey } from "../../shared/table/cell.ts";

export interface LinkDirectory {
  /** Makes records known, before lives name them. */
  readonly add: (targets: readonly LinkTarget[]) => void;
  readonly targetsOf: NonNullable<BoardRun["targetsOf"]>;
}

/** A directory with nobody in it. */
export function linkDirectory(definition: Definition): LinkDirectory {
  const byName = new Map<string, readonly LinkTarget[]>();
  return {
    add: (targets) => {
      for (const target of targets) {
        const key = nameKey(target.name);
        byName.set(key, [...(byName.get(key) ?? []), target]);
      }
    },
    targetsOf: ({ options: [wanted] }, ownBoard): LinkTargets => {
      const boards = wanted === undefined ? [ownBoard] : boardsOf(definition, wanted).map(({ id }) => id);
      return {
        tabs: definition.boards.filter(({ id }) => boards.includes(id)).map(({ tab }) => tab),
        meant: (text) => (byName.get(nameKey(text)) ?? []).filter(({ board }) => boards.includes(board)),
      };
    },
  };
}

function boardsOf({ pipelines, boards }: Definition, name: string): readonly Board[] {
  const pipeline = pipelines.find((each) => nameKey(each.name) === nameKey(name))?.id;
  return boards.filter((board) => board.pipeline === pipeline);
}
