import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isoDate, parseIsoDate } from '../domain/day.ts';
import { defaultStudySettings, type StudySettings } from '../domain/study-settings.ts';
import { UserError } from '../domain/user-error.ts';
import type { Paths } from './paths.ts';

export interface Preferences extends StudySettings {
  readonly theme: 'auto' | 'dark' | 'light';
  /** Absolute paths of content directories beside the shipped one. */
  readonly content: readonly string[];
}

export const defaultPreferences: Preferences = {
  theme: 'auto',
  content: [],
  ...defaultStudySettings,
};

/** The preferences as they stand in the file: the interview as a date that people can read. */
type Stored = { -readonly [Key in keyof Omit<Preferences, 'interview'>]: Preferences[Key] } & {
  interview: string | null;
};

const step = { type: 'string', pattern: '^[1-9]\\d*[mhd]$' } as const;
const strings = { type: 'array', items: { type: 'string' } } as const;

const schema = {
  theme: { type: 'string', enum: ['auto', 'dark', 'light'] },
  content: strings,
  desiredRetention: { type: 'number', minimum: 0.7, maximum: 0.97 },
  newPerDay: { type: 'integer', minimum: 0, maximum: 9999 },
  reviewsPerDay: { type: 'integer', minimum: 1, maximum: 9999 },
  minutesPerDay: { type: ['integer', 'null'], minimum: 1, maximum: 1440 },
  interview: { type: ['string', 'null'], pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
  topics: strings,
  learningSteps: { type: 'array', items: step },
  relearningSteps: { type: 'array', items: step },
  burySiblings: { type: 'boolean' },
  leechThreshold: { type: 'integer', minimum: 2, maximum: 99 },
} as const;

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
    const { interview, ...stored } = (await open(paths)).store;
    const day = interview ? (parseIsoDate(interview) ?? null) : null;
    return { preferences: { ...defaultPreferences, ...stored, interview: day } };
  } catch (error) {
    return {
      preferences: defaultPreferences,
      trouble: `${preferencesFile(paths)} can't be used: ${reason(error)}; mend or remove it`,
    };
  }
}

/** Changes some preferences and keeps the others. Throws a UserError, changing nothing, when the file can't be used. */
export async function writePreferences(paths: Paths, changes: Partial<Preferences>): Promise<void> {
  const { interview, ...rest } = changes;
  const day = typeof interview === 'number' ? isoDate(interview) : interview;
  try {
    (await open(paths)).set({ ...rest, ...(day === undefined ? {} : { interview: day }) });
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
  return new Conf<Stored>({
    cwd: paths.config,
    configName: 'preferences',
    clearInvalidConfig: false,
    schema,
  });
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
