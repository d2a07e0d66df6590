// Sets a clone up: the packages of package-lock.json, and for the tests the programs that they use as they are
// (LibreOffice, Chromium). Only Node's own modules are used here, since nothing else may be installed yet.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";

const STAMP = "node_modules/.stageline-installed";
const BUILT = "dist/.built";
const DEMO = "dist/preview/demo.xlsx";
const SOURCES = ["shared", "local", "apps-script", "sync", "tools", "package-lock.json"];
const LIBREOFFICE_PACKAGES = ["libreoffice-calc-nogui", "python3-uno"];
const CHROMIUM_PACKAGES = ["chromium", "fonts-liberation"];

/** Installs the packages, unless those of this very lock file are there. */
export function installPackages() {
  const lock = readFileSync("package-lock.json", "utf8");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === lock) return;
  // Not "npm ci": it refuses a lock that was made on another platform, whose optional packages differ.
  run("npm", ["install", "--no-save", "--no-audit", "--no-fund"]);
  writeFileSync(STAMP, lock);
}

/** Builds the command. */
export function buildCommand() {
  run("node", ["tools/build.mjs"]);
}

/** Builds all that is shipped and the demo book, unless that was done since any source was changed. */
export function buildAll() {
  const builtMs = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const isThere = ["dist/stageline.mjs", "dist/apps-script", "dist/preview", DEMO].every((path) =>
    existsSync(path),
  );
  if (isThere && SOURCES.every((source) => newestMs(source) < builtMs)) return;
  buildCommand();
  run("node", ["tools/build-apps-script.mjs"]);
  run("node", ["tools/build-preview.mjs"]);
  console.log("Making the demo book …");
  rmSync(DEMO, { force: true });
  run("node", ["dist/stageline.mjs", "demo", DEMO, "--quiet"]);
  writeFileSync(BUILT, "");
}

function newestMs(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  const files = readdirSync(path, { recursive: true }).map((name) => statSync(`${path}/${name}`).mtimeMs);
  return Math.max(mtimeMs, ...files);
}

/** Finds LibreOffice, or installs it where that is possible, or says what to install. */
export function findLibreOffice() {
  if (has("soffice") && hasUno()) return;
  installFromDebian(LIBREOFFICE_PACKAGES);
  if (has("soffice") && hasUno()) return;
  console.error(
    `The tests open books in LibreOffice: install ${LIBREOFFICE_PACKAGES.join(" and ")} (on other systems: LibreOffice with its Python)`,
  );
  process.exit(1);
}

/** Finds Chromium, or installs it where that is possible, or says what to install. */
export function findChromium() {
  if (has("chromium")) return;
  installFromDebian(CHROMIUM_PACKAGES);
  if (has("chromium")) return;
  console.error(
    'The tests open the add-on\'s page in Chromium: install it so that "chromium" starts it from the command line',
  );
  process.exit(1);
}

/** Runs a program with its output shown, and ends with its exit code when it fails. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { stdio: "inherit", ...options });
  if (error) console.error(`${program} cannot be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

function installFromDebian(packages) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !has("apt-get")) return;
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  run("apt-get", ["update", "-qq"], quiet);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], quiet);
}

function has(program) {
  return (process.env.PATH ?? "").split(":").some((folder) => isFile(`${folder}/${program}`));
}

function hasUno() {
  return spawnSync("/usr/bin/python3", ["-c", "import uno"], { stdio: "ignore" }).status === 0;
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
