// A new board: the built-in pipelines, each with a picture of its stages and a plain sentence, and a name for the tab.

import "./new-board-panel.css";
import { useId, useState } from "preact/hooks";
import type { TemplateChoice } from "../../shared/report/views/template-choices.ts";
import { AskedAnswer } from "./asked-view.tsx";
import { OutcomeNotice } from "./notice.tsx";
import { ask } from "./script.ts";
import { StagePicture } from "./stage-picture.tsx";
import { useAct } from "./use-act.ts";
import { useAnswer } from "./use-answer.ts";

export function NewBoardPanel() {
  const asked = useAnswer(() => ask("pageTemplates"), []);
  return (
    <>
      <h2>New board</h2>
      <AskedAnswer asked={asked}>{(choices) => <Choices choices={choices} />}</AskedAnswer>
    </>
  );
}

function Choices({ choices }: { readonly choices: readonly TemplateChoice[] }) {
  const [template, setTemplate] = useState(choices[0]?.key ?? "");
  const [tab, setTab] = useState("");
  const { act, isBusy, outcome } = useAct();
  const id = useId();
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void act(async () => (await ask("pageNewBoard", { template, tab })).said);
  };
  return (
    <form onSubmit={onSubmit}>
      <fieldset>
        <legend>What is it for?</legend>
        {choices.map((choice) => (
          <label key={choice.key} class="choice">
            <input
              type="radio"
              name={`${id}-template`}
              checked={choice.key === template}
              onChange={() => setTemplate(choice.key)}
            />
            <span>
              <strong>{choice.name}</strong>
              <StagePicture strip={choice.strip} />
              <span class="secondary">{choice.description}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label for={id}>Name of the tab</label>
      <input
        id={id}
        type="text"
        value={tab}
        placeholder={choices.find(({ key }) => key === template)?.name}
        onInput={(event) => setTab(event.currentTarget.value)}
      />
      <OutcomeNotice outcome={outcome} />
      <button type="submit" class="create" aria-disabled={isBusy}>
        Make the board
      </button>
    </form>
  );
}
