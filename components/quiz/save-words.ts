import { once } from '@/components/ui/once';
import type { SaveState } from './save-queue';
import { clockTime } from './times';

const away = 'Not saved, trying again; your answer is safe on this page';
const list = once(() => new Intl.ListFormat('en'));

/** The state of saving in words. `numberOf`: the number that a question has on the page. */
export function saveWords(state: SaveState, numberOf: (questionId: string) => number): string {
  switch (state.kind) {
    case 'nothing':
      return 'Each answer is saved as you give it';
    case 'saving':
      return 'Saving…';
    case 'saved':
      return `Saved ${clockTime(state.at)}`;
    case 'away':
      return away;
    case 'choose':
    case 'refused': {
      const numbers = state.questions.map((id) => `${numberOf(id)}`);
      const one = numbers.length === 1;
      const which = `${one ? 'question' : 'questions'} ${list().format(numbers)}`;
      const happened =
        state.kind === 'choose'
          ? `${one ? 'was' : 'were'} answered elsewhere too`
          : `${one ? 'needs' : 'need'} another look`;
      return state.away ? `${away}. Besides, ${which} ${happened}` : `Not saved: ${which} ${happened}`;
    }
    case 'stopped':
      return state.stop.kind === 'over' ? 'Not saved; your answer is safe on this page' : 'This attempt is handed in';
  }
}
