import { headingAnchor, sourcesHeading } from '@/lib/lessons/headings';
import { plainText } from './plain-text';

/** What stands under a heading of a lesson, or before its first one. */
export interface Section {
  readonly heading?: { readonly words: string; readonly anchor: string };
  readonly text: string;
  /** What its experiments come to, which a reader is to find out first. */
  readonly outcome: string;
}

/** The sections of a lesson's MDX in its order, without its list of sources. */
export function sectionsOf(body: string): Section[] {
  const [text = ''] = body.split(new RegExp(`^## ${sourcesHeading}$`, 'm'));
  return text.split(/^(?=## )/m).map((part) => {
    const [, title] = /^## (.*)/.exec(part) ?? [];
    const words = plainText(title ?? '');
    const outcomes = [...part.matchAll(/<Outcome>([\s\S]*?)<\/Outcome>/g)].map(([, outcome = '']) => outcome);
    const rest = part.replace(/^## .*/, '').replace(/<Outcome>[\s\S]*?<\/Outcome>/g, '');
    return {
      ...(title !== undefined && { heading: { words, anchor: headingAnchor(words) } }),
      text: plainText(rest),
      outcome: plainText(outcomes.join('\n')),
    };
  });
}
