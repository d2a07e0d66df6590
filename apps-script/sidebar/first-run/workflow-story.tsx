// What becomes of the steps: the stages as a picture, which stays in sight while one writes, and what each is for in
// sentences; or how much is to be mended first.

import type { WorkflowPreview } from "../../../shared/report/views/workflow-preview.ts";
import { StagePicture } from "../stage-picture.tsx";

export function WorkflowPicture({ preview: { strip, faults } }: { readonly preview: WorkflowPreview }) {
  return (
    <section aria-label="What becomes of it" aria-live="polite">
      {strip === undefined ? (
        <p class="secondary">
          {faults.length === 1
            ? "Something is to be mended first: see the red line above"
            : `${faults.length} things are to be mended first: see the red lines above`}
        </p>
      ) : (
        <StagePicture strip={strip} />
      )}
    </section>
  );
}

export function WorkflowStory({ preview }: { readonly preview: WorkflowPreview }) {
  const { stories, notes, faults } = preview;
  const general = faults.filter(({ step }) => step === undefined);
  if (stories.length + general.length === 0) return null;
  return (
    <section aria-label="Stages and rules">
      <h3>What becomes of it</h3>
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
