// npm test: everything, on a fresh clone. Ends with one line `N passed, N failed, N skipped`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { installMissing, requireNode, run } from '../lib/setup/install.mjs';

requireNode();
process.env.NEXT_TELEMETRY_DISABLED = '1';
installMissing();
run('node', ['lib/setup/generate.mjs'], 'Generating the database client failed.');

const results = 'test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results);
const counts = { passed: 0, failed: 0, skipped: 0 };
/** What failed, named once more at the end: a long log is often kept by its last lines alone. */
const failures = [];
const add = (more) => {
  for (const key of Object.keys(counts)) counts[key] += more[key];
};

console.log('\n1 of 3: units, properties, transcripts, content, databases');
add(vitest('unit', 'stateful', 'long'));
console.log('\n2 of 3: a production build, and the server under load and kill -9');
const built = spawnSync(process.execPath, ['lib/setup/build.mjs'], { stdio: 'inherit' }).status === 0;
if (built) add(vitest('server'));
else add({ passed: 0, failed: 1, skipped: 0 });
console.log('\n3 of 3: journeys in a browser');
if (built) add(await browser());

for (const { name, message } of failures) console.error(`\nFAILED ${name}\n${message}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);

function vitest(...projects) {
  const file = `${results}/${projects[0]}.json`;
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { stdio: 'inherit' },
  );
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  for (const suite of report.testResults) {
    if (suite.message) failures.push({ name: suite.name, message: suite.message });
    for (const { status: ended, fullName, failureMessages } of suite.assertionResults) {
      if (ended === 'failed')
        failures.push({ name: `${suite.name} > ${fullName}`, message: failureMessages.join('\n') });
    }
  }
  const failed =
    report.numFailedTests +
    report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
  return {
    passed: report.numPassedTests,
    // A run that ended badly without naming a test (an unhandled rejection) has failed all the same.
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

async function browser() {
  const file = `${results}/browser.json`;
  const child = spawn(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', '--config', 'test/e2e/playwright.config.ts'],
    {
      stdio: 'inherit',
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  const status = await new Promise((done) => child.on('exit', done));
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats, suites } = JSON.parse(readFileSync(file, 'utf8'));
  for (const spec of suites.flatMap(specsOf)) {
    if (spec.ok) continue;
    const messages = spec.tests.flatMap((test) =>
      test.results.flatMap((result) => result.errors.map((e) => e.message)),
    );
    failures.push({ name: `${spec.file} > ${spec.title}`, message: messages.join('\n') });
  }
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky === 0 && status !== 0 ? 1 : stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
}

function specsOf(suite) {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}
