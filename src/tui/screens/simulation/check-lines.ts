import type { Line } from '../../../markdown/index.ts';
import { hanging } from '../../components/hanging.ts';
import { type Role, span } from './spans.ts';
import { wrapped } from './story-lines.ts';
import type { CheckStanding, Snapshot } from './world.ts';

const LOOKS: Readonly<Record<CheckStanding['standing'], { mark: string; roles: Role[] }>> = {
  fails: { mark: '✗ fails  ', roles: ['mark'] },
  holds: { mark: '✓ holds  ', roles: ['taskDone'] },
  open: { mark: '· open   ', roles: ['muted'] },
};

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
        ...ended.lines.flatMap((text) => (text === '' ? [{ spans: [] }] : wrapped(text, columns))),
      ]
    : [];
  return [...(all.length > 0 ? all : none), ...end];
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
    ...(fails > 0 ? [`✗ ${fails} of ${checks.length} checks fail${soFar}`] : []),
    ...(holds > 0 ? [`${holds} hold`] : []),
    ...(open > 0 ? [`${open} open`] : []),
  ];
  return { text: parts.join(', '), isBad: fails > 0 };
}
