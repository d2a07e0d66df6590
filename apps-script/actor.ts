// Who acts. Google tells the person at a menu or at the page; of somebody who types it tells only whom it may, and
// where it says nothing nobody is guessed: the history says "unknown".

import type { Definition } from "../shared/definition/pipeline.ts";

/** The e-mail address of the person at the menu or the page; empty where Google does not say. */
export function activeEmail(): string {
  return Session.getActiveUser().getEmail();
}

/** The e-mail address of the account that the script runs as: of a trigger, the one that made it. */
export function ownEmail(): string {
  return Session.getEffectiveUser().getEmail();
}

/** The name for an address: the one in Team, or the address where Team does not have it. */
export function actorNamed({ team }: Pick<Definition, "team">, email: string): { readonly actor?: string } {
  if (email === "") return {};
  const address = email.trim().toLowerCase();
  const person = team.find(({ email: known }) => known?.trim().toLowerCase() === address);
  return { actor: person?.name ?? email };
}
