// The frame of whatever the page asks for: a button that asks again, a word while it lasts, what went wrong and the
// way out of it, and then the answer. The last answer stays while a new one is on its way.

import type { ComponentChildren } from "preact";
import { Waiting } from "./notice.tsx";
import { lacksBoard } from "./panel.ts";
import type { Asked } from "./use-answer.ts";

export function AskedView<Answer>(props: {
  readonly asked: Asked<Answer>;
  readonly onNewBoard?: () => void;
  /** Other ways to ask, beside the button that asks again. */
  readonly beside?: ComponentChildren;
  readonly children: (answer: Answer) => ComponentChildren;
}) {
  const { asked, onNewBoard, beside, children } = props;
  return (
    <>
      <div class="bar">
        <button type="button" class="plain" onClick={asked.again}>
          Refresh
        </button>
        {beside}
        <Waiting isWaiting={asked.isWaiting} />
      </div>
      {asked.failure !== undefined && (
        <div class="notice failed" role="alert">
          <p>{asked.failure}</p>
          {onNewBoard !== undefined && lacksBoard(asked.failure) ? (
            <button type="button" class="action" onClick={onNewBoard}>
              New board
            </button>
          ) : (
            <button type="button" onClick={asked.again}>
              Try again
            </button>
          )}
        </div>
      )}
      {asked.answer !== undefined && children(asked.answer)}
    </>
  );
}
