import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the tool keeps what is not content. Nothing is created until it is needed. */
export interface Paths {
  /** Preferences. */
  readonly config: string;
  /** What can be rebuilt at any time. */
  readonly cache: string;
}

/** `SWELEARN_HOME` holds everything when it is set; else the XDG base directories do. */
export function resolvePaths(env: NodeJS.ProcessEnv): Paths {
  const home = env.SWELEARN_HOME;
  if (home) return { config: join(home, 'config'), cache: join(home, 'cache') };
  const xdg = (name: string, fallback: string) =>
    join(env[name] || join(homedir(), fallback), 'swelearn');
  return {
    config: xdg('XDG_CONFIG_HOME', '.config'),
    cache: xdg('XDG_CACHE_HOME', '.cache'),
  };
}
