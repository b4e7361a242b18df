// What every command of a fresh clone needs first. Plain Node, since nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Stop with one sentence on a Node that is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Patchbay needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Run a command with its output shown; stop with `complaint` when it fails. */
export function run(command, args, complaint) {
  const { status, error } = spawnSync(command === 'node' ? process.execPath : command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status === 0) return;
  console.error(error ? `${complaint} (${error.message})` : complaint);
  process.exit(status ?? 1);
}

const mark = 'node_modules/.patchbay-lock';

/**
 * What the mark beside the packages says after an install: the lock file, and whether the packages of the tests are there too.
 * @param {string} lock
 * @param {boolean} withTests
 */
export const markOf = (lock, withTests) => `${withTests ? 'all' : 'production'}\n${lock}`;

/**
 * Whether what is installed is enough.
 * @param {string | undefined} found the mark, when there is one
 * @param {string} lock
 * @param {boolean} withTests
 */
export const isInstalled = (found, lock, withTests) =>
  found === markOf(lock, true) || (!withTests && found === markOf(lock, false));

/**
 * `npm ci` when node_modules is not what package-lock.json asks for. A server does without the packages of tests; whoever asks
 * for them later gets them, whatever NODE_ENV says.
 */
export function installMissing({ withTests = true } = {}) {
  const lock = readFileSync('package-lock.json', 'utf8');
  if (isInstalled(existsSync(mark) ? readFileSync(mark, 'utf8') : undefined, lock, withTests)) return;
  console.log('Installing packages (npm ci). Where the ready-made SQLite driver is out of reach it is compiled,');
  console.log('which takes a minute or two and needs Python, make, a C++ compiler and the headers of Node.');
  run(
    'npm',
    ['ci', withTests ? '--include=dev' : '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    'npm ci failed. If it was the SQLite driver (better-sqlite3): install Python 3, make, a C++ compiler (g++ or clang) ' +
      'and the headers of Node, then run the same command again.',
  );
  writeFileSync(mark, markOf(lock, withTests));
}
