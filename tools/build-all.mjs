// `npm run build`: all that is shipped, into dist/: the command, the add-on, the page of the preview, and the demo book that
// it is tried on.

import { buildAll } from "./setup.mjs";

buildAll();
