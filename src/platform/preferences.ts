import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../domain/user-error.ts';
import type { Paths } from './paths.ts';

export interface Preferences {
  readonly theme: 'auto' | 'dark' | 'light';
  /** Absolute paths of content directories beside the shipped one. */
  readonly content: readonly string[];
}

export const defaultPreferences: Preferences = { theme: 'auto', content: [] };

export function preferencesFile(paths: Paths): string {
  return join(paths.config, 'preferences.json');
}

/**
 * Reads the preferences. A file that can't be used is left as it is: the defaults hold, and `trouble` says what
 * is wrong with it. conf is loaded only when there is a file.
 */
export async function readPreferences(
  paths: Paths,
): Promise<{ preferences: Preferences; trouble?: string }> {
  if (!existsSync(preferencesFile(paths))) return { preferences: defaultPreferences };
  try {
    const store = await open(paths);
    return {
      preferences: {
        theme: store.get('theme') ?? defaultPreferences.theme,
        content: store.get('content') ?? defaultPreferences.content,
      },
    };
  } catch (error) {
    return {
      preferences: defaultPreferences,
      trouble: `${preferencesFile(paths)} can't be used: ${reason(error)}; mend or remove it`,
    };
  }
}

/** Changes some preferences and keeps the others. Throws a UserError, changing nothing, when the file can't be used. */
export async function writePreferences(paths: Paths, changes: Partial<Preferences>): Promise<void> {
  try {
    const store = await open(paths);
    for (const [key, value] of Object.entries(changes)) store.set(key, value);
  } catch (error) {
    throw new UserError(
      `${preferencesFile(paths)} can't be used: ${reason(error)}`,
      'mend or remove it; nothing was changed',
      3,
    );
  }
}

async function open(paths: Paths) {
  const { default: Conf } = await import('conf');
  return new Conf<{ theme: Preferences['theme']; content: string[] }>({
    cwd: paths.config,
    configName: 'preferences',
    clearInvalidConfig: false,
    schema: {
      theme: { type: 'string', enum: ['auto', 'dark', 'light'] },
      content: { type: 'array', items: { type: 'string' } },
    },
  });
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
