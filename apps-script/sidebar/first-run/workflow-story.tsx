// What becomes of the steps: the stages as a picture, and what each is for in sentences; or that something is missing.

import type { WorkflowPreview } from "../../../shared/report/views/workflow-preview.ts";
import { StagePicture } from "../stage-picture.tsx";

export function WorkflowStory({ preview }: { readonly preview: WorkflowPreview }) {
  const { strip, stories, notes, faults } = preview;
  const general = faults.filter(({ step }) => step === undefined);
  return (
    <section aria-label="What becomes of it" aria-live="polite">
      <h3>What becomes of it</h3>
      {strip === undefined ? (
        <p class="secondary">
          {faults.length === 1 ? "Something" : `${faults.length} things`} to mend first: see the red line
          {faults.length === 1 ? "" : "s"} above
        </p>
      ) : (
        <StagePicture strip={strip} />
      )}
      {general.map(({ message }) => (
        <p key={message} class="error">
          {message}
        </p>
      ))}
      <ol class="stories">
        {stories.map(({ stage, department, because, sentences }) => (
          <li key={stage} class="line">
            <strong>{stage}</strong> <span class="secondary">{department}</span>
            <p>{because}</p>
            {sentences.map((sentence) => (
              <p key={sentence} class="secondary">
                {sentence}
              </p>
            ))}
          </li>
        ))}
      </ol>
      {notes.map((note) => (
        <p key={note} class="secondary">
          {note}
        </p>
      ))}
    </section>
  );
}
