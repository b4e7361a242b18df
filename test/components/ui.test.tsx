import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { PasswordInput } from '@/components/ui/password-input';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Select } from '@/components/ui/select';
import { HeadCell, Table } from '@/components/ui/table';
import { TaskMark } from '@/components/ui/task-mark';
import { TextInput } from '@/components/ui/text-input';

const attribute = (html: string, tag: string, name: string) =>
  new RegExp(`<${tag}\\b[^>]*\\s${name}="([^"]*)"`).exec(html)?.[1];

describe('Field', () => {
  test('ties label, hint and error to its control', () => {
    const html = renderToStaticMarkup(
      <Field label="Name" hint="As others see it" error="Enter a name">
        {(control) => <TextInput {...control} name="name" />}
      </Field>,
    );
    const id = attribute(html, 'input', 'id') ?? '';
    expect(attribute(html, 'label', 'for')).toBe(id);
    expect(attribute(html, 'input', 'aria-invalid')).toBe('true');
    expect(attribute(html, 'input', 'aria-describedby')).toBe(`${id}-hint ${id}-error`);
    expect(html).toContain(`id="${id}-hint"`);
    expect(html).toContain(`id="${id}-error"`);
  });

  test('says nothing of hint or error where there is none', () => {
    const html = renderToStaticMarkup(<Field label="Name">{(control) => <TextInput {...control} />}</Field>);
    expect(attribute(html, 'input', 'aria-describedby')).toBeUndefined();
    expect(attribute(html, 'input', 'aria-invalid')).toBeUndefined();
  });

  test('carries its ids to a password and a select', () => {
    const password = renderToStaticMarkup(
      <Field label="Password" hint="At least 8 characters">
        {(control) => <PasswordInput {...control} autoComplete="new-password" />}
      </Field>,
    );
    expect(attribute(password, 'label', 'for')).toBe(attribute(password, 'input', 'id'));
    expect(attribute(password, 'input', 'type')).toBe('password');
    const select = renderToStaticMarkup(
      <Field label="Region">{(control) => <Select {...control} options={[{ value: 'a', label: 'A' }]} />}</Field>,
    );
    expect(attribute(select, 'label', 'for')).toBe(attribute(select, 'select', 'id'));
  });
});

describe('Button', () => {
  test('does not submit a form unless told to', () => {
    expect(attribute(renderToStaticMarkup(<Button>Undo</Button>), 'button', 'type')).toBe('button');
    expect(attribute(renderToStaticMarkup(<Button type="submit">Save</Button>), 'button', 'type')).toBe('submit');
  });

  test('keeps its place in the tab order while busy', () => {
    const html = renderToStaticMarkup(<Button busy>Saving</Button>);
    expect(attribute(html, 'button', 'aria-disabled')).toBe('true');
    expect(html).not.toMatch(/\sdisabled=/);
  });
});

test('a table is a named region that can be reached and scrolled by keyboard', () => {
  const html = renderToStaticMarkup(
    <Table caption="Interfaces">
      <thead>
        <tr>
          <HeadCell>Interface</HeadCell>
        </tr>
      </thead>
    </Table>,
  );
  expect(attribute(html, 'section', 'tabindex')).toBe('0');
  expect(attribute(html, 'section', 'aria-labelledby')).toBe(attribute(html, 'caption', 'id'));
  expect(attribute(html, 'th', 'scope')).toBe('col');
});

test('a notice is read out only when it asks for it', () => {
  expect(renderToStaticMarkup(<Notice title="Saved" />)).not.toContain('role=');
  expect(attribute(renderToStaticMarkup(<Notice title="Saved" live="polite" />), 'div', 'role')).toBe('status');
  expect(attribute(renderToStaticMarkup(<Notice title="Refused" live="assertive" />), 'div', 'role')).toBe('alert');
});

test('a progress bar is named by its words', () => {
  const html = renderToStaticMarkup(<ProgressBar value={3} max={4} label="3 of 4 tasks" />);
  expect(attribute(html, 'progress', 'aria-labelledby')).toBe(attribute(html, 'span', 'id'));
  expect(attribute(html, 'progress', 'value')).toBe('3');
});

test.each([
  ['done', 'Done'],
  ['next', 'Next'],
  ['refused', 'Does not hold'],
  ['open', 'Not done'],
] as const)('the mark of a task that is %s says "%s"', (state, words) => {
  expect(attribute(renderToStaticMarkup(<TaskMark state={state} />), 'svg', 'aria-label')).toBe(words);
});
