// A lock file written where the packages of other platforms are out of reach lacks them, and `npm ci` then refuses it.
// This adds every missing optional dependency to package-lock.json. Run it after each `npm install`:
//   node lib/setup/complete-lock.mjs
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Optional dependencies that the lock file names and does not hold, as [where it would lie, name, version].
 * @param {{ packages: Record<string, { optionalDependencies?: Record<string, string> }> }} lock
 */
export function missingOptional(lock) {
  const missing = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!holds(lock.packages, path, name)) missing.set(`node_modules/${name}`, { name, version });
    }
  }
  return missing;
}

function holds(packages, from, name) {
  for (let path = from; ; path = path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/')))) {
    if (packages[`${path ? `${path}/` : ''}node_modules/${name}`]) return true;
    if (path === '' || !path.includes('/node_modules/')) return Boolean(packages[`node_modules/${name}`]);
  }
}

/** What a platform package says of itself; from its name when the registry does not have it here. */
function platformOf(name, version) {
  try {
    const text = execFileSync('npm', ['view', `${name}@${version}`, 'os', 'cpu', 'libc', 'dist.integrity', '--json'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const view = JSON.parse(text);
    const list = (value) => (value === undefined ? undefined : [value].flat());
    return { os: list(view.os), cpu: list(view.cpu), libc: list(view.libc), integrity: view['dist.integrity'] };
  } catch {
    const os = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'].find((word) => name.includes(word));
    const cpu = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'wasm32'].find((word) =>
      name.includes(word),
    );
    const libc = name.endsWith('musl') ? 'musl' : name.endsWith('gnu') ? 'glibc' : undefined;
    return { os: os && [os], cpu: cpu && [cpu], libc: os === 'linux' && libc ? [libc] : undefined };
  }
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const missing = missingOptional(lock);
  for (const [path, { name, version }] of missing) {
    const { os, cpu, libc, integrity } = platformOf(name, version);
    lock.packages[path] = {
      version,
      ...(integrity && { integrity }),
      ...(cpu && { cpu }),
      ...(libc && { libc }),
      optional: true,
      ...(os && { os }),
    };
  }
  const [root, ...rest] = Object.entries(lock.packages);
  lock.packages = Object.fromEntries([root, ...rest.sort(([a], [b]) => a.localeCompare(b, 'en'))]);
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: ${missing.size} optional packages added`);
}
