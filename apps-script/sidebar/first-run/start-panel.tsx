// The beginning: a picture is picked, three questions are answered, and the board is there. Whoever goes back to the
// pictures finds the answers of each as they were left.

import "./start-panel.css";
import { useState } from "preact/hooks";
import type { TemplateChoice } from "../../../shared/report/views/template-choices.ts";
import { AdoptPanel } from "../adopt-panel.tsx";
import { AskedAnswer } from "../asked-view.tsx";
import { ask } from "../script.ts";
import { useAnswer } from "../use-answer.ts";
import { askForDashboard } from "./first-dashboard.ts";
import { StartChoices } from "./start-choices.tsx";
import { StartForm } from "./start-form.tsx";
import { WorkflowForm } from "./workflow-form.tsx";

/** What is shown: the pictures, the questions to one of them, or another way to a board. */
type Place =
  | { readonly at: "choices" }
  | { readonly at: "form"; readonly choice: TemplateChoice }
  | { readonly at: "adopt" | "workflow" };

const CHOICES: Place = { at: "choices" };

export function StartPanel(props: {
  /** The board is there; whoever shows this page may go on to it. */
  readonly onMade: (said: string) => void;
}) {
  const asked = useAnswer(() => ask("pageTemplates"), []);
  const [place, setPlace] = useState<Place>(CHOICES);
  const [isBack, setBack] = useState(false);
  const onMade = (said: string) => {
    props.onMade(said);
    void askForDashboard();
  };
  const back = () => {
    setBack(true);
    setPlace(CHOICES);
  };
  return (
    <div class="start">
      <AskedAnswer asked={asked}>
        {(choices) => (
          <>
            {place.at === "choices" && (
              <StartChoices
                choices={choices}
                takesFocus={isBack}
                onChoose={(choice) => setPlace({ at: "form", choice })}
                onAdopt={() => setPlace({ at: "adopt" })}
                onWorkflow={() => setPlace({ at: "workflow" })}
              />
            )}
            {place.at === "form" && (
              <>
                <BackButton onBack={back} />
                <StartForm key={place.choice.key} choice={place.choice} onMade={onMade} />
              </>
            )}
            {place.at === "workflow" && (
              <>
                <BackButton onBack={back} />
                <WorkflowForm onMade={onMade} />
              </>
            )}
            {place.at === "adopt" && (
              <>
                <BackButton onBack={back} />
                <AdoptPanel />
              </>
            )}
          </>
        )}
      </AskedAnswer>
    </div>
  );
}

function BackButton({ onBack }: { readonly onBack: () => void }) {
  return (
    <button type="button" class="plain back" onClick={onBack}>
      ‹ Back to the pictures
    </button>
  );
}
