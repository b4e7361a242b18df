import type { StepView } from '@/lib/labs/views';

/** Whose call a step was, and its text without that: a tool that is not this page leaves its name behind its call, as a comment. */
export function madeBy({ via, text }: Pick<StepView, 'via' | 'text'>): { text: string; by: string } {
  if (via !== 'ec2') return { text, by: via === 'shell' ? 'This page' : via };
  // A value that only looks so stands in quotes, which no name of a tool has.
  const [, call, client] = /^(.*) {2}# ([\w./+-]+)$/s.exec(text) ?? [];
  return { text: call ?? text, by: client ?? 'An EC2 client' };
}
