import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Which of our rooms each room may import. A new arrow is a change to this table, so it is seen in review. */
const mayImport: Record<string, string[] | 'all'> = {
  engine: [],
  'aws-cli': ['engine'],
  'ec2-query': ['engine'],
  shell: ['engine', 'aws-cli'],
  labs: ['engine', 'aws-cli', 'shell'],
  diagram: ['engine'],
  console: ['engine', 'aws-cli', 'labs'],
  quizzes: ['engine', 'aws-cli', 'shell', 'labs'],
  lessons: ['engine', 'aws-cli', 'shell', 'labs', 'quizzes'],
  search: ['lessons'],
  grading: ['labs', 'quizzes'],
  progress: ['labs', 'lessons', 'quizzes'],
  fidelity: ['engine'],
  content: ['engine', 'shell', 'labs', 'lessons', 'quizzes'],
  runner: ['engine', 'shell', 'labs'],
  db: ['engine', 'shell', 'labs'],
  environment: [],
  auth: ['db', 'environment'],
  usecases: 'all',
  setup: 'all',
  components: [
    'engine',
    'aws-cli',
    'shell',
    'labs',
    'diagram',
    'console',
    'quizzes',
    'lessons',
    'grading',
    'progress',
    'fidelity',
    'search',
    'components',
  ],
  app: ['usecases', 'auth', 'components', 'app'],
};
/** Rooms that run anywhere: no platform, no clock, no dice. */
const pure = [
  'engine',
  'aws-cli',
  'ec2-query',
  'shell',
  'labs',
  'diagram',
  'console',
  'quizzes',
  'lessons',
  'grading',
  'progress',
  'fidelity',
  'search',
];
const server = ['content', 'runner', 'db', 'environment', 'auth', 'usecases'];
const platform =
  /from '(react|next|@prisma|node:)|\bfetch\(|\bprocess\.|\bset(Timeout|Interval)\(|Date\.now\(|new Date\(\)|Math\.random\(/;

const roomOf = (path: string) => (path.startsWith('lib/') ? (path.split('/')[1] ?? '') : (path.split('/')[0] ?? ''));
const files = ['app', 'components', 'lib'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.includes('/generated/')),
);
const source = (path: string) => readFileSync(path, 'utf8');
const importsOf = (path: string) =>
  [...source(path).matchAll(/(?:from|import\(|import) '(@\/[^']+|\.[^']+)'/g)].map(([, target = '']) =>
    target.startsWith('@/') ? target.slice(2) : join(path, '..', target),
  );

test('rooms import only what the table allows', () => {
  const wrong = files.flatMap((path) => {
    const allowed = mayImport[roomOf(path)] ?? [];
    return importsOf(path)
      .map(roomOf)
      .filter((room) => room in mayImport && room !== roomOf(path) && allowed !== 'all' && !allowed.includes(room))
      .map((room) => `${path} imports ${room}`);
  });
  expect(wrong).toEqual([]);
});

test('every folder under lib is a room of the table', () => {
  expect(readdirSync('lib').filter((room) => !(room in mayImport))).toEqual([]);
});

test('rooms that run anywhere know no platform, clock or dice', () => {
  const wrong = files.filter((path) => pure.includes(roomOf(path)) && platform.test(code(source(path))));
  expect(wrong).toEqual([]);
});

test('server rooms say so in their first line', () => {
  const wrong = files.filter(
    (path) =>
      path.startsWith('lib/') &&
      server.includes(roomOf(path)) &&
      path.endsWith('.ts') &&
      !source(path).startsWith("import 'server-only';"),
  );
  expect(wrong).toEqual([]);
});

test('only lib/db knows Prisma', () => {
  const wrong = files.filter(
    (path) => roomOf(path) !== 'db' && roomOf(path) !== 'setup' && /from '@prisma\//.test(source(path)),
  );
  expect(wrong).toEqual([]);
});

test('no drawers and no files that only re-export', () => {
  const drawers = files.filter((path) => /\/(utils|helpers|common|types)\/|\/index\.tsx?$/.test(path));
  expect(drawers).toEqual([]);
});

/** Source without comments, so that a sentence about `process` is not taken for its use. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
