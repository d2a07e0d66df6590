// The pictures that a board may begin with: each a button with what it is for.

import { useLayoutEffect, useRef } from "preact/hooks";
import type { TemplateChoice } from "../../../shared/report/views/template-choices.ts";
import { StagePicture } from "../stage-picture.tsx";

export function StartChoices(props: {
  readonly choices: readonly TemplateChoice[];
  /** Whether somebody came back to it, and goes on from its heading. */
  readonly takesFocus: boolean;
  readonly onChoose: (choice: TemplateChoice) => void;
  readonly onAdopt: () => void;
  readonly onWorkflow: () => void;
}) {
  const { choices, takesFocus, onChoose, onAdopt, onWorkflow } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        What do you want to keep track of?
      </h2>
      <p class="secondary">Pick what is nearest: you can change everything on the next page, and later.</p>
      <ul class="choices">
        {choices.map((choice) => (
          <li key={choice.key}>
            <button type="button" class="card" onClick={() => onChoose(choice)}>
              <strong>{choice.name}</strong>
              <StagePicture strip={choice.strip} />
              <span class="secondary">{choice.description}</span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" class="card" onClick={onWorkflow}>
            <strong>Build it from our steps</strong>
            <span class="secondary">
              Write down who does what, and what may come of it; the stages and the rules follow
            </span>
          </button>
        </li>
        <li>
          <button type="button" class="card" onClick={onAdopt}>
            <strong>I already have a sheet</strong>
            <span class="secondary">
              Open the tab with your list; it becomes a board in its place, and nothing in it is moved
            </span>
          </button>
        </li>
      </ul>
    </>
  );
}
