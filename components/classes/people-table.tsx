'use client';

import { type ReactNode, useActionState } from 'react';
import type { ClassView } from '@/lib/grading/views';
import { Button } from '../ui/button';
import { LocalTime } from '../ui/local-time';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { Cell, HeadCell, Table } from '../ui/table';
import type { FormAction } from './form-action';
import { useRefusal } from './use-refusal';

type Person = NonNullable<ClassView['people']>[number];

const roles: { value: Person['role']; label: string }[] = [
  { value: 'learner', label: 'Learner' },
  { value: 'grader', label: 'Grader' },
  { value: 'instructor', label: 'Instructor' },
];
const labelOf = (role: Person['role']) => roles.find(({ value }) => value === role)?.label;
const rank = (role: Person['role']) => roles.findIndex(({ value }) => value === role);

type PeopleProps = { classId: string; people: readonly Person[] };

/** The people of a class, those who teach first; what each may do can be changed. One state for all rows. */
export function EditablePeople({ classId, people, setRole }: PeopleProps & { setRole: FormAction<void> }) {
  const [state, send, pending] = useActionState(setRole, undefined);
  const refusal = useRefusal(state);
  return (
    <div className="flex flex-col gap-3">
      {refusal && (
        <Notice kind="refused" live="assertive">
          {refusal}
        </Notice>
      )}
      <PeopleTable people={people}>
        {({ userId, name, role }) => (
          <form action={send} className="flex items-center gap-2">
            <input type="hidden" name="classId" value={classId} />
            <input type="hidden" name="userId" value={userId} />
            {/* A select keeps the default it began with, so another role is another select. */}
            <Select
              key={role}
              name="role"
              aria-label={`Role of ${name}`}
              options={roles}
              defaultValue={role}
              className="min-w-28"
            />
            <Button type="submit" size="sm" busy={pending} aria-label={`Change the role of ${name}`}>
              Change
            </Button>
          </form>
        )}
      </PeopleTable>
    </div>
  );
}

/** The people of a class, those who teach first. */
export function PeopleTable({
  people,
  children = ({ role }) => labelOf(role),
}: {
  people: readonly Person[];
  /** What stands in the column of roles. */
  children?: (person: Person) => ReactNode;
}) {
  const withAddress = people.some(({ email }) => email !== undefined);
  const sorted = people.toSorted((a, b) => rank(b.role) - rank(a.role) || a.name.localeCompare(b.name, 'en'));
  return (
    <Table caption="People of the class" captionHidden>
      <thead>
        <tr>
          <HeadCell>Name</HeadCell>
          <HeadCell>Role</HeadCell>
          {withAddress && <HeadCell>E-mail</HeadCell>}
          <HeadCell>Joined</HeadCell>
        </tr>
      </thead>
      <tbody>
        {sorted.map((person) => (
          <tr key={person.userId}>
            <HeadCell scope="row" className="min-w-36 align-middle! break-words">
              {person.name}
            </HeadCell>
            <Cell>{children(person)}</Cell>
            {withAddress && <Cell className="align-middle! text-dim">{person.email}</Cell>}
            <Cell className="align-middle! whitespace-nowrap text-dim">
              <LocalTime iso={person.joinedAt} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
