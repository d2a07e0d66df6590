// Worlds in which each command is a process of the built `stageline`, ended by its id where it stands.

import { processSeeds } from "../soak/settings.ts";
import { worldRounds } from "./world-rounds.ts";

worldRounds("apart", processSeeds());
