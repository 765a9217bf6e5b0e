import type { Result } from '../../../domain/dialogue.ts';
import type { Line } from '../../../markdown/index.ts';
import { hanging } from '../../components/hanging.ts';
import { wrapped } from '../simulation/story-lines.ts';
import { span } from './line-parts.ts';

/** How it went, and what was kept of it. */
export function resultLines(
  { passed, tries, hints }: Result,
  kept: string | undefined,
  width: number,
): Line[] {
  const words = [
    passed ? 'Passed' : 'Not passed',
    counted(tries, 'try', 'tries'),
    ...(hints > 0 ? [counted(hints, 'hint', 'hints')] : []),
    ...(kept ? [kept] : []),
  ];
  const mark = passed ? span('✓ ', 'taskDone', 'strong') : span('✗ ', 'mark');
  return hanging([mark], wrapped(words.join(' · '), width - 2, 'strong'));
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
