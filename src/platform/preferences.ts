import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  array,
  boolean,
  exactOptional,
  getDotPath,
  type InferOutput,
  integer,
  isValiError,
  maxValue,
  minValue,
  nullable,
  number,
  object,
  parse,
  picklist,
  pipe,
  regex,
  string,
} from 'valibot';
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

const within = (least: number, most: number) => pipe(number(), minValue(least), maxValue(most));
const whole = (least: number, most: number) => pipe(within(least, most), integer());
const steps = array(pipe(string(), regex(/^[1-9]\d*[mhd]$/)));

/** The preferences as they stand in the file, which need not hold all: the interview as a date that people can read. */
const stored = object({
  theme: exactOptional(picklist(['auto', 'dark', 'light'])),
  content: exactOptional(array(string())),
  desiredRetention: exactOptional(within(0.7, 0.97)),
  newPerDay: exactOptional(whole(0, 9999)),
  reviewsPerDay: exactOptional(whole(1, 9999)),
  minutesPerDay: exactOptional(nullable(whole(1, 1440))),
  interview: exactOptional(nullable(pipe(string(), regex(/^\d{4}-\d\d-\d\d$/)))),
  topics: exactOptional(array(string())),
  learningSteps: exactOptional(steps),
  relearningSteps: exactOptional(steps),
  burySiblings: exactOptional(boolean()),
  leechThreshold: exactOptional(whole(2, 99)),
});

export function preferencesFile(paths: Paths): string {
  return join(paths.config, 'preferences.json');
}

/**
 * Reads the preferences. A file that can't be used is left as it is: the defaults hold, and `trouble` says what
 * is wrong with it.
 */
export function readPreferences(paths: Paths): { preferences: Preferences; trouble?: string } {
  try {
    const { interview, ...rest } = readStored(paths);
    const day = interview ? (parseIsoDate(interview) ?? null) : null;
    return { preferences: { ...defaultPreferences, ...rest, interview: day } };
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
    readStored(paths);
    const { default: Conf } = await import('conf');
    const conf = new Conf<Record<string, unknown>>({
      cwd: paths.config,
      configName: 'preferences',
      clearInvalidConfig: false,
    });
    conf.set({ ...rest, ...(day === undefined ? {} : { interview: day }) });
  } catch (error) {
    throw new UserError(
      `${preferencesFile(paths)} can't be used: ${reason(error)}`,
      'mend or remove it; nothing was changed',
      3,
    );
  }
}

/** What conf wrote. It takes 60 ms to load, so it is asked to write only. */
function readStored(paths: Paths): InferOutput<typeof stored> {
  const file = preferencesFile(paths);
  return existsSync(file) ? parse(stored, JSON.parse(readFileSync(file, 'utf8'))) : {};
}

function reason(error: unknown): string {
  if (isValiError(error)) return `${getDotPath(error.issues[0])}: ${error.message}`;
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
