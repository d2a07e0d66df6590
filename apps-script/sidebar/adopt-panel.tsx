// A tab that people made themselves, turned into a board: what each of its columns and values was taken for, told
// before anything is done.

import { type ComponentChildren, toChildArray } from "preact";
import type { AdoptionPreview } from "../../shared/report/views/adoption-preview.ts";
import { AskedView } from "./asked-view.tsx";
import { askForDashboard } from "./first-run/first-dashboard.ts";
import { OutcomeNotice } from "./notice.tsx";
import { ask } from "./script.ts";
import { StageMark } from "./stage-mark.tsx";
import { useAct } from "./use-act.ts";
import { useAnswer } from "./use-answer.ts";

export function AdoptPanel() {
  const asked = useAnswer(() => ask("pageAdoptPreview", {}), []);
  const { act, isBusy, outcome } = useAct();
  return (
    <>
      <h2>Turn this tab into a board</h2>
      <AskedView asked={asked}>
        {(preview) => (
          <>
            <p>{preview.sentence}</p>
            <Refusals preview={preview} />
            <Guesses preview={preview} />
            <div class="submit">
              <OutcomeNotice outcome={outcome} />
              {preview.possible && outcome?.kind !== "said" && (
                <button
                  type="button"
                  class="create"
                  aria-disabled={isBusy}
                  onClick={() => {
                    const work = async () => (await ask("pageAdopt", { tab: preview.tab })).said;
                    void act(work).then((isDone) => (isDone ? askForDashboard() : undefined));
                  }}
                >
                  Turn it into a board
                </button>
              )}
            </div>
          </>
        )}
      </AskedView>
    </>
  );
}

function Refusals({ preview }: { readonly preview: AdoptionPreview }) {
  return (
    <ul>
      {preview.refusals.map(({ cell, message }) => (
        <li key={`${cell} ${message}`} class="error">
          {cell === undefined ? message : `${cell}: ${message}`}
        </li>
      ))}
    </ul>
  );
}

function Guesses({ preview }: { readonly preview: AdoptionPreview }) {
  const { columns, stages, stagesFrom, added, notes } = preview;
  return (
    <>
      <List title="Columns">
        {columns.map(({ letters, header, becomes, why }) => (
          <li key={letters} class="line">
            {letters} “{header}” becomes {becomes} <span class="secondary">{why}</span>
          </li>
        ))}
      </List>
      <List title="Stages">
        {stages.map(({ stage, count }) => (
          <li key={stage.id} class="line">
            <StageMark stage={stage} /> {count}
          </li>
        ))}
        {stagesFrom !== "" && <li class="secondary">{stagesFrom}</li>}
      </List>
      <List title="Added at the right">
        {added.map((header) => (
          <li key={header}>{header}</li>
        ))}
      </List>
      <List title="Worth knowing">
        {notes.map((note) => (
          <li key={note} class="line">
            {note}
          </li>
        ))}
      </List>
    </>
  );
}

function List(props: { readonly title: string; readonly children: ComponentChildren }) {
  const lines = toChildArray(props.children);
  if (lines.length === 0) return null;
  return (
    <section aria-label={props.title}>
      <h3>{props.title}</h3>
      <ul>{lines}</ul>
    </section>
  );
}
