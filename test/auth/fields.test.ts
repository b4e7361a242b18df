import { expect, test } from 'vitest';
import { ChangeName, ChangePassword, CreateToken, SignIn, SignUp } from '@/lib/auth/accounts';
import { Email, LocalPath, Name } from '@/lib/auth/fields';
import { refuseUnreadable } from '@/lib/auth/readable';

test.each(['/labs', '/labs/one-interface-two-instances?x=1&y=%20#tasks', '/', '/~ada/a.b_c'])(
  '%s is a path',
  (path) => {
    expect(LocalPath.parse(path)).toBe(path);
  },
);

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  'https://evil.example',
  'labs',
  '',
  '/a\nb',
  '/\t/evil.example',
  '/%2e\u0000',
  '/labs:8080@evil',
  `/${'a'.repeat(600)}`,
  undefined,
  null,
  7,
  ['/labs'],
])('%j leads to the labs', (path) => {
  expect(LocalPath.parse(path)).toBe('/progress');
});

test('addresses are normalised before they are checked', () => {
  expect(Email.parse('  Ada@Example.ORG ')).toBe('ada@example.org');
  expect(Email.parse('ａｄａ＠example.org'), 'full-width letters and sign').toBe('ada@example.org');
  for (const wrong of [
    'ada',
    'ada@',
    '@example.org',
    'ada@@example.org',
    'ada@exa mple.org',
    'ada\u0000@example.org',
    'a,b@example.org',
  ])
    expect(Email.safeParse(wrong).success, wrong).toBe(false);
  expect(Email.safeParse(`${'a'.repeat(250)}@example.org`).success).toBe(false);
});

test('names are what can be seen', () => {
  expect(Name.parse('  Ada \n  Lovelace ')).toBe('Ada Lovelace');
  for (const right of ['علی‌رضا', '李', 'O’Brien', '👩‍💻', '<script>alert(1)</script>', '__proto__'])
    expect(Name.parse(right)).toBe(right);
  for (const wrong of [
    '',
    '   ',
    '\u200b',
    'a\u0000b',
    'a\u0007b',
    '\u202eevil',
    '\ud800',
    'x'.repeat(81),
    'x'.repeat(2_000_000),
  ])
    expect(Name.safeParse(wrong).success, JSON.stringify(wrong.slice(0, 9))).toBe(false);
});

test('passwords: length counts, composition does not, the first guesses are refused', async () => {
  const refused = async (password: string) =>
    !(await ChangePassword.safeParseAsync({ current: 'x', password })).success;
  for (const right of [
    'correct horse',
    'zq8$vk!w',
    'aaaaaaaaaaaaaaaaaaaaaaab',
    'пароль пароль',
    'x'.repeat(200),
    '        8',
    'tr0ub4dor&3',
  ])
    expect(await refused(right), right).toBe(false);
  for (const wrong of [
    '',
    'zq8$vk!',
    'password',
    'PASSWORD',
    'iloveyou',
    '12345678',
    'password1',
    'qwertyuiop',
    'x'.repeat(201),
  ])
    expect(await refused(wrong), wrong).toBe(true);
});

test('forms take their own fields and no others', async () => {
  const who = { name: 'Ada', email: 'ada@example.org', password: 'difference engine' };
  expect((await SignUp.safeParseAsync(who)).success).toBe(true);
  for (const extra of ['role', 'userId', 'id', 'kind', 'mayMakeClasses', '__proto__', 'constructor', 'isAdmin']) {
    // Made as the door makes it, where `__proto__` is a field like any other.
    const more = (form: object) => Object.fromEntries([...Object.entries(form), [extra, 'administrator']]);
    expect((await SignUp.safeParseAsync(more(who))).success, `sign-up with ${extra}`).toBe(false);
    expect((await SignIn.safeParseAsync(more({ email: who.email, password: 'x' }))).success).toBe(false);
    expect((await ChangeName.safeParseAsync(more({ name: 'Ada' }))).success).toBe(false);
    expect((await CreateToken.safeParseAsync(more({ name: 'laptop' }))).success).toBe(false);
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('the NUL character is found wherever it is', () => {
  for (const wrong of ['a\0b', { line: '\0' }, { '\0': 1 }, { list: [1, { deep: ['x', 'y\0'] }] }])
    expect(() => refuseUnreadable(wrong)).toThrow(/NUL/);
  refuseUnreadable({ line: "printf '\\u0000\\0'", list: [null, 7, true, undefined, {}], nested: { '': '' } });
});

test('what is nested too deep to be written as JSON again is refused, however deep it is', () => {
  const nested = (depth: number): unknown => {
    let value: unknown = 'end';
    for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
    return value;
  };
  refuseUnreadable(nested(100));
  for (const depth of [101, 5_000, 200_000]) expect(() => refuseUnreadable(nested(depth))).toThrow(/nested/);
});

test('a field called __proto__ is found wherever it is', () => {
  for (const wrong of ['{"__proto__":1}', '{"answer":{"__proto__":"x"}}', '{"list":[{"__proto__":null}]}'])
    expect(() => refuseUnreadable(JSON.parse(wrong)), wrong).toThrow(/__proto__/);
  refuseUnreadable(JSON.parse('{"name":"__proto__","constructor":1}'));
});
