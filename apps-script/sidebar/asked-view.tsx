// The frame of whatever the page asks for: a button that asks again, a word while it lasts, what went wrong and the
// way out of it, and then the answer. The last answer stays while a new one is on its way.

import type { ComponentChildren } from "preact";
import { Coming, Waiting } from "./notice.tsx";
import { lacksBoard } from "./panel.ts";
import type { Asked } from "./use-answer.ts";

interface AskedProps<Answer> {
  readonly asked: Asked<Answer>;
  readonly onNewBoard?: () => void;
  readonly children: (answer: Answer) => ComponentChildren;
}

export function AskedView<Answer>(
  props: AskedProps<Answer> & {
    /** Other ways to ask, beside the button that asks again. */
    readonly beside?: ComponentChildren;
    /** When the answer was true, in words. */
    readonly stamp?: string | undefined;
  },
) {
  const { beside, stamp, ...rest } = props;
  return (
    <>
      <div class="bar">
        <button type="button" class="plain" onClick={rest.asked.again}>
          Refresh
        </button>
        {beside}
        {stamp !== undefined && <span class="stamp">{stamp}</span>}
      </div>
      <AskedAnswer {...rest} />
    </>
  );
}

/** The same of what stays as it is, and is asked for once. */
export function AskedAnswer<Answer>({ asked, onNewBoard, children }: AskedProps<Answer>) {
  const { answer, failure, isWaiting, again } = asked;
  return (
    <>
      <Waiting isWaiting={isWaiting} />
      {answer === undefined && <Coming isWaiting={isWaiting} />}
      {failure !== undefined &&
        (onNewBoard !== undefined && lacksBoard(failure) ? (
          <div class="notice practice" role="status">
            <p>{failure}</p>
            <button type="button" class="action" onClick={onNewBoard}>
              New board
            </button>
          </div>
        ) : (
          <div class="notice failed" role="alert">
            <p>{failure}</p>
            <button type="button" onClick={again}>
              Try again
            </button>
          </div>
        ))}
      {answer !== undefined && children(answer)}
    </>
  );
}
