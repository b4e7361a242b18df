// npm run check: what every commit passes. Formatter and linter, types, unused code, import boundaries, units, content.
// The tests of the project `long` (vitest.config.ts) are left to npm test.
import { installMissing, requireNode, run } from '../lib/setup/install.mjs';

requireNode();
installMissing();
run('node', ['lib/setup/generate.mjs'], 'Generating the database client failed.');
const bin = (path) => `node_modules/${path}`;
run('node', [bin('@biomejs/biome/bin/biome'), 'check', '.'], 'Format or lint: `npm run format` mends most of it.');
run('node', [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'], 'Types.');
run('node', [bin('knip/bin/knip.js')], 'Unused code.');
const projects = ['unit', 'stateful'].flatMap((project) => ['--project', project]);
run('node', [bin('vitest/vitest.mjs'), 'run', ...projects], 'Tests.');
