// `npm run pictures`: tells the stories of the guides' pictures, and puts what they saw into guides/.

import { cpSync, rmSync } from "node:fs";
import { buildAll, findChromium, installPackages, run } from "./setup.mjs";

const SEEN = "dist/pictures";
const SHOWN = "guides/pictures";

installPackages();
findChromium();
buildAll();
rmSync(SEEN, { recursive: true, force: true });
run("node_modules/.bin/vitest", ["run", "test/pictures"]);
rmSync(SHOWN, { recursive: true, force: true });
cpSync(SEEN, SHOWN, { recursive: true });
console.log(`Look at each of ${SHOWN} before you commit it`);
