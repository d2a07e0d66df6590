// The order of a board's rows, as an owner keeps them: what is open at the top, what somebody touched last first, and what
// is over below.

import type { StageKind } from "../../shared/definition/pipeline.ts";
import type { Story } from "./record-story.ts";
import { compareTimes } from "./telling.ts";

const ORDER: readonly StageKind[] = ["open", "parked", "won", "lost", "avoid"];

export function inOrderOfUse(stories: readonly Story[]): readonly Story[] {
  const placed = stories.map((story) => ({
    story,
    place: ORDER.indexOf(story.stage().kind),
    last: story.last(),
  }));
  return placed
    .sort((left, right) => left.place - right.place || compareTimes(right.last, left.last))
    .map(({ story }) => story);
}
