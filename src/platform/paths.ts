import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the tool keeps what is not content. Nothing is created until it is needed. */
export interface Paths {
  /** Preferences. */
  readonly config: string;
  /** Progress, and its backups: what can't be had again. */
  readonly data: string;
  /** What can be rebuilt at any time. */
  readonly cache: string;
}

/** `SWELEARN_HOME` holds everything when it is set; else the XDG base directories do. */
export function resolvePaths(env: NodeJS.ProcessEnv): Paths {
  const home = env.SWELEARN_HOME;
  if (home)
    return { config: join(home, 'config'), data: join(home, 'data'), cache: join(home, 'cache') };
  const xdg = (name: string, fallback: string) =>
    join(env[name] || join(homedir(), fallback), 'swelearn');
  return {
    config: xdg('XDG_CONFIG_HOME', '.config'),
    data: xdg('XDG_DATA_HOME', '.local/share'),
    cache: xdg('XDG_CACHE_HOME', '.cache'),
  };
}
