import type { Line } from '../../../markdown/index.ts';
import { hanging } from '../../components/hanging.ts';
import { type Role, span } from './spans.ts';
import { timed, wrapped } from './story-lines.ts';
import type { CheckStanding, Snapshot } from './world.ts';

const LOOKS: Readonly<Record<CheckStanding['standing'], { mark: string; roles: Role[] }>> = {
  fails: { mark: '✗ fails  ', roles: ['mark'] },
  holds: { mark: '✓ holds  ', roles: ['taskDone'] },
  open: { mark: '· open   ', roles: ['muted'] },
};

/** At the beginning of a line, with its gap: `1:02.345`, `62.345 s`, `2d 01:02:03`. */
const TIME = /^(?:\d+d )?\d[\d:.]*(?: s)? {2}/;

/** Each check and how it stands; at the end, what came of the run. */
export function checkLines({ checks, ended }: Snapshot, columns: number): Line[] {
  const all = checks.flatMap(({ label, got, standing }) => {
    const { mark, roles } = LOOKS[standing];
    const words = got === '' ? label : `${label}: ${got}`;
    return hanging([span(mark, ...roles)], wrapped(words, columns - mark.length));
  });
  const none = wrapped('This scenario has no checks.', columns, 'muted');
  const end = ended
    ? [
        { spans: [] },
        ...wrapped(ended.words, columns, 'strong'),
        ...ended.lines.flatMap((text) => outcome(text, columns)),
      ]
    : [];
  return [...(all.length > 0 ? all : none), ...end];
}

/** A line of what came of the run; a story's begin with a time. */
function outcome(text: string, columns: number): Line[] {
  if (text === '') return [{ spans: [] }];
  const mark = TIME.exec(text)?.[0];
  if (mark === undefined) return wrapped(text, columns);
  return timed(mark, text.slice(mark.length), columns);
}

/** How the checks stand in one line, the bad news first; empty without checks. */
export function checkSummary({ checks, ended }: Snapshot): { text: string; isBad: boolean } {
  const count = (wanted: CheckStanding['standing']) =>
    checks.filter(({ standing }) => standing === wanted).length;
  const fails = count('fails');
  const open = count('open');
  const holds = count('holds');
  const soFar = ended ? '' : ' so far';
  if (fails === 0 && open === 0 && holds > 0)
    return { text: `✓ all ${holds} checks hold${soFar}`, isBad: false };
  const parts = [
    { some: fails, does: fails === 1 ? 'fails' : 'fail' },
    { some: holds, does: holds === 1 ? 'holds' : 'hold' },
    { some: open, does: open === 1 ? 'is open' : 'are open' },
  ]
    .filter(({ some }) => some > 0)
    .map(({ some, does }, place) =>
      place === 0 ? `${some} of ${checks.length} checks ${does}${soFar}` : `${some} ${does}`,
    );
  return { text: `${fails > 0 ? '✗ ' : ''}${parts.join(', ')}`, isBad: fails > 0 };
}
