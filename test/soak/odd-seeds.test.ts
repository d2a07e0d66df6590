// The runs with the first, third, … seed. Two files share the runs, since each file has a processor of its own.

import { soakShare } from "./soak-rounds.ts";

soakShare(0);
