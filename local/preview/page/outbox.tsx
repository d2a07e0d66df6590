// The mails that would have been sent. None ever leaves this machine.

import type { WindowMail } from "../server/window-message.ts";

export function Outbox({ mails }: { readonly mails: readonly WindowMail[] }) {
  if (mails.length === 0)
    return <p class="empty">No mail yet. What the add-on sends comes here, and never goes out.</p>;
  return (
    <ul class="mails">
      {mails.map(({ at, from, to, cc, subject, body }, index) => (
        <li key={mails.length - index}>
          <details>
            <summary>
              <strong>{subject}</strong>
              <span>
                {at}, to {to}
              </span>
            </summary>
            <p>
              From {from}
              {cc !== "" && `, copy to ${cc}`}
            </p>
            <pre>{body}</pre>
          </details>
        </li>
      ))}
    </ul>
  );
}
