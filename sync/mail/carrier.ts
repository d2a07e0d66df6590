// A way for mail out of a book: a mail server, or a folder of files. It takes one message at a time and says what became
// of it; whatever it cannot say for certain, it says so.

import type { Mail } from "../../shared/engine/outbox/mail.ts";
import type { Moment } from "../../shared/value/moment.ts";

/** A mail with what tells it from all others. */
export interface Letter {
  readonly mail: Mail;
  /** That of its row in the Outbox. */
  readonly id: string;
  readonly at: Moment;
}

export type Carried =
  | { readonly how: "sent"; readonly note?: string }
  | { readonly how: "failed"; readonly why: string }
  /** It may have gone. */
  | { readonly how: "unknown"; readonly why: string }
  /** It surely did not go; another one may. */
  | { readonly how: "later"; readonly why: string }
  /** It surely did not go, and no other would. */
  | { readonly how: "stopped"; readonly why: string };

export interface Carrier {
  readonly carry: (letter: Letter) => Promise<Carried>;
  readonly close: () => void;
}
