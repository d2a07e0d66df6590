// What a new board and one of its rows are called, as both forms that make a board ask for it. The name of the tab is
// filled in already and marked, so that whoever agrees presses Enter and whoever does not types over it.

import { useEffect, useId, useRef } from "preact/hooks";
import { Fault } from "./fault.tsx";

interface NameFieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
}

export function TabField(props: NameFieldProps & { readonly fault: string | undefined }) {
  const { value, onValue, fault } = props;
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => input.current?.select(), []);
  return (
    <div class="field">
      <label for={id}>Name of the tab</label>
      <input
        ref={input}
        id={id}
        type="text"
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
      />
      <Fault id={`${id}-fault`} message={fault} />
    </div>
  );
}

export function NounField({ value, onValue }: NameFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>One row is a…</label>
      <input id={id} type="text" value={value} onInput={(event) => onValue(event.currentTarget.value)} />
    </div>
  );
}
