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
  const close = (event: Event) => {
    event.preventDefault();
    onAnswer({ button: "CLOSE", text: "" });
  };
  const [first] = BUTTONS[dialog.buttons];
  return (
    <dialog ref={box} class="question" aria-labelledby="question-title" onCancel={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onAnswer({ button: first ?? "OK", text });
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
              onClick={index === 0 ? undefined : () => onAnswer({ button, text })}
            >
              {WORDS[button]}
            </button>
          ))}
        </div>
      </form>
    </dialog>
  );
}
