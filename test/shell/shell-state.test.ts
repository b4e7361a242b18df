import { expect, test } from 'vitest';
import { Terminal } from './terminal';

test('the directory, OLDPWD and text files last; functions, arrays, options and links do not', async () => {
  const t = new Terminal();
  await t.line(
    'mkdir -p notes/empty; cd notes; echo "name: é" > a.txt; ln -s a.txt b; set -u; f() { echo; }; list=(1 2)',
  );
  expect(t.shell).toEqual({
    cwd: '/home/user/notes',
    env: {},
    files: { '/home/user/notes/a.txt': 'name: é\n', '/home/user/notes/empty/': '' },
  });
  // biome-ignore lint/suspicious/noTemplateCurlyInString: bash, not JavaScript.
  expect(await t.out('pwd; cat a.txt; ls; echo "[${list[1]}$nothing]"; cd -')).toBe(
    '/home/user/notes\nname: é\na.txt\nempty\n[]\n/home/user\n',
  );
  expect((await t.line('f')).exitCode).toBe(127);
  expect(await t.out('cd -')).toBe('/home/user/notes\n');
});

test('a directory that is gone is left, a script can be run, a here-document is a file', async () => {
  const t = new Terminal();
  await t.line('mkdir gone; cd gone; rmdir ../gone');
  expect(t.shell.cwd).toBe('/home/user');
  await t.line("cat > say.sh << 'EOF'\n#!/bin/bash\necho said $1\nEOF");
  expect(await t.out('./say.sh it; source say.sh')).toBe('said it\nsaid\n');
});

test('names of JavaScript are names like others', async () => {
  const t = new Terminal();
  await t.line('__proto__=1; constructor=2; echo x > __proto__');
  expect(await t.out('echo $__proto__$constructor$toString; cat __proto__')).toBe('12\nx\n');
  expect(({} as { x?: string }).x).toBeUndefined();
});

test('exit ends the line and what it set, not what it did', async () => {
  const t = new Terminal();
  await t.line('A=1');
  const result = await t.line('A=2; cd /tmp; echo kept > /tmp/file; exit 7');
  expect(result.exitCode).toBe(7);
  expect(t.shell).toEqual({ cwd: '/home/user', env: { A: '1' }, files: { '/tmp/file': 'kept\n' } });
});

test('what is too much to last is not kept, and said', async () => {
  const t = new Terminal();
  await t.line('A=1; echo a > a');
  const before = t.shell;
  for (const line of [
    'for i in {1..201}; do echo $i > f$i; done',
    'printf %0300000d 1 > big',
    'A=$(printf %0300000d 1)',
  ]) {
    const result = await t.line(line);
    expect(result).toMatchObject({ exitCode: 1, shell: before });
    expect(result.stderr).toMatch(
      /^patchbay: this line leaves .* last from line to line; they stay as they were before it\.\n$/,
    );
    expect(result.limit).toBeUndefined();
  }
  const { stderr } = await t.line('echo //4= | base64 -d > bytes');
  expect(stderr).toBe('patchbay: /home/user/bytes is not text and does not last.\n');
  expect(t.shell).toEqual(before);
});
