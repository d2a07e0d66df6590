// Who moves a made-up record, and how: by somebody who may, and by Reopen where it is closed. A move that the pipeline
// will not have is a fault of the plan.

import { wordOfActivity } from "../../shared/definition/activity.ts";
import { namedIn } from "../../shared/definition/named.ts";
import { mainLineOf, type Stage } from "../../shared/definition/pipeline.ts";
import { isClosed } from "../../shared/engine/row/move-verdict.ts";
import type { RowCells } from "../../shared/table/layout.ts";
import { StagelineError } from "../../shared/value/stageline-error.ts";
import type { Story } from "./record-story.ts";
import type { When } from "./telling.ts";

/** Moves the record, Reopen first where it is closed, by somebody who may. */
export function moveOn(story: Story, at: When, move: { to: string; cells?: RowCells; why?: string }): void {
  const from = story.stage();
  const to = stageNamed(story, move.to);
  const line = mainLineOf(story.board.pipeline);
  const isForward = from.kind === "won" && line.indexOf(to) > line.indexOf(from);
  const reopening =
    isClosed(from) && !isForward
      ? { log: wordOfActivity("reopen"), log_note: move.why ?? "they came back to us" }
      : {};
  story.type({ at, ...moverOf(story, to), cells: { ...move.cells, ...reopening, stage: to.name } });
  if (story.stage() === to) return;
  const reason = story.text("status_note");
  throw new StagelineError("definition", `a made-up life cannot go from "${from.name}" on: ${reason}`);
}

/** The stage of the story's pipeline that has this name. */
export function stageNamed({ board }: Story, name: string): Stage {
  const stage = namedIn(board.pipeline.stages, name);
  if (stage === undefined)
    throw new StagelineError(
      "definition",
      `a made-up life names "${name}", which "${board.pipeline.name}" lacks`,
    );
  return stage;
}

/** Who may enter the stage, and whose work it is: the owner where it may be the owner's. */
export function moverOf(story: Story, to: Stage): { readonly who?: string } {
  const owner = workerOn(story);
  const { team } = story.board.definition;
  const roles = to.mayEnter.length > 0 ? to.mayEnter : (to.role?.split(" or ") ?? []);
  const able = team.filter((person) => person.roles.some((role) => roles.includes(role)));
  const [first] = able;
  return first === undefined || able.some(({ name }) => name === owner.who) ? owner : { who: first.name };
}

/** Who works on the record: its owner. */
export function workerOn(story: Story): { readonly who?: string } {
  const owner = story.text("owner");
  return owner === "" ? {} : { who: owner };
}
