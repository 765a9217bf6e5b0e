import type { Database } from '../../domain/ports.ts';
import { isDamage, keepDurable, openDatabase } from '../../platform/sqlite.ts';
import { isOurs, newestVersion, versionOf } from '../../reviews/index.ts';
import { damageIn } from '../../reviews/summary.ts';
import type { Host } from '../host.ts';

/** The history that a restore would replace. */
export type Present =
  | { readonly kind: 'none' }
  | { readonly kind: 'usable'; readonly database: Database }
  | { readonly kind: 'unusable'; readonly why: string };

/** Opens the present history. Throws when it is locked or can't be written, because then it can't be replaced either. */
export function openPresent({ files }: Pick<Host, 'files'>, file: string): Present {
  if (!files.stat(file)) return { kind: 'none' };
  let database: Database | undefined;
  try {
    database = openDatabase(file);
    const why = troubleOf(database);
    if (why === undefined) {
      keepDurable(database);
      return { kind: 'usable', database };
    }
    database.close();
    return { kind: 'unusable', why };
  } catch (error) {
    database?.close();
    if (!isDamage(error)) throw error;
    return { kind: 'unusable', why: 'damaged' };
  }
}

function troubleOf(database: Database): string | undefined {
  if (damageIn(database, 'quick_check').length > 0) return 'damaged';
  if (!isOurs(database)) return 'a database of another program';
  if (versionOf(database) === 0) return 'empty';
  return versionOf(database) > newestVersion ? 'written by a newer swelearn' : undefined;
}
