// A box in which a script asks or says something; it waits until it is answered.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Dialog, DialogAnswer } from "../../apps-script/requests.ts";

const BUTTONS: Readonly<Record<Dialog["buttons"], readonly DialogAnswer["button"][]>> = {
  OK: ["OK"],
  OK_CANCEL: ["OK", "CANCEL"],
  YES_NO: ["YES", "NO"],
  YES_NO_CANCEL: ["YES", "NO", "CANCEL"],
};

const WORDS = { OK: "OK", CANCEL: "Cancel", YES: "Yes", NO: "No", CLOSE: "Close" } as const;

export interface QuestionProps {
  readonly dialog: Dialog;
  readonly onAnswer: (answer: DialogAnswer) => void;
}

export function Question({ dialog, onAnswer }: QuestionProps) {
  const box = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  useEffect(() => box.current?.showModal(), []);
  // Closed first: while it is open nothing outside of it can have the focus.
  const answer = (given: DialogAnswer) => {
    box.current?.close();
    onAnswer(given);
  };
  const close = (event: Event) => {
    event.preventDefault();
    answer({ button: "CLOSE", text: "" });
  };
  const [first] = BUTTONS[dialog.buttons];
  return (
    <dialog ref={box} class="question" aria-labelledby="question-title" onCancel={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer({ button: first ?? "OK", text });
        }}
      >
        <h2 id="question-title">{dialog.title || "Stageline"}</h2>
        {dialog.kind === "prompt" ? (
          <label>
            <span class="prompt">{dialog.prompt}</span>
            <input value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
          </label>
        ) : (
          <p class="prompt">{dialog.prompt}</p>
        )}
        <div class="buttons">
          {BUTTONS[dialog.buttons].map((button, index) => (
            <button
              type={index === 0 ? "submit" : "button"}
              class={index === 0 ? "main" : ""}
              key={button}
              onClick={index === 0 ? undefined : () => answer({ button, text })}
            >
              {WORDS[button]}
            </button>
          ))}
        </div>
      </form>
    </dialog>
  );
}
