// The worlds with the first, third, … seed. Two files share the worlds, since each file has a processor of its own.

import { worldShare } from "./world-rounds.ts";

worldShare(0);
