// Which book this is, whether the preview is still there, and who sits at this window.

import type { WindowState } from "./window-state.ts";

export interface TopBarProps {
  readonly state: WindowState;
  readonly onSit: (email: string) => void;
}

export function TopBar({ state, onSit }: TopBarProps) {
  const { hello, isLost } = state;
  return (
    <header class="top">
      <strong>{hello?.kept ?? "Stageline preview"}</strong>
      <span class="hint">
        A spreadsheet on this machine, with the add-on beside it. Nothing leaves it. F6 goes from one to the
        other.
      </span>
      {isLost && (
        <span class="fault" role="alert">
          The preview does not answer, and what you do now is not in the book: start it again in the terminal,
          and open the address that it shows
        </span>
      )}
      {hello !== undefined && (
        <label>
          You are
          <select value={hello.person.email} onChange={({ currentTarget }) => onSit(currentTarget.value)}>
            {hello.seats.map(({ email, name }) => (
              <option key={email} value={email}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <a href="./" target="_blank" rel="noopener">
        Second person’s window
      </a>
    </header>
  );
}
