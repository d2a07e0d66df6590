// The Dashboard, asked for when a board is there: nobody waits for it. Where it cannot be made now, because others are at
// work or the connection is gone, the hourly look or the menu makes it.

import { ask } from "../script.ts";

export async function askForDashboard(): Promise<void> {
  try {
    await ask("pageDashboard", {});
  } catch {
    return;
  }
}
