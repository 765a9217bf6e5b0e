import type { StudyOptions } from './options.ts';

type Named = 'auto' | 'dark' | 'light';

/**
 * The theme for a terminal: none without colours, else what was asked for, else what COLORFGBG says of the background,
 * else dark. The terminal itself is never asked: some don't answer.
 */
export function themeFor(
  env: NodeJS.ProcessEnv,
  { color, theme }: StudyOptions,
  preferred: Named,
): 'dark' | 'light' | 'mono' {
  if (!color || env.NO_COLOR) return 'mono';
  const named = theme ?? preferred;
  if (named !== 'auto') return named;
  const background = Number(env.COLORFGBG?.split(';').at(-1) || Number.NaN);
  return background === 7 || background === 15 ? 'light' : 'dark';
}
