// npm run bench [-- --json] [-- --check] [-- engine|describe|reach|replay|sizes|http|endpoint|hostile|pages|bell|first-command|lighthouse …]: figures as ratios, taken side by side.
import { spawnSync } from 'node:child_process';
import { installMissing, requireNode, run } from '../../lib/setup/install.mjs';

requireNode();
process.env.NEXT_TELEMETRY_DISABLED = '1';
installMissing();
run('node', ['lib/setup/build.mjs'], 'The build failed; the lines above say why.');
const { status } = spawnSync(
  process.execPath,
  ['--conditions=react-server', '--import', 'tsx', 'test/bench/bench.ts', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
