import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isoDate } from '../../domain/day.ts';
import { sanitize } from '../../markdown/sanitize.ts';
import { type Preferences, readPreferences } from '../../platform/preferences.ts';
import { writePieces } from '../../platform/write-pieces.ts';
import { exportedHistory } from '../../reviews/export-json.ts';
import type { Host } from '../host.ts';
import { openStoreForReading } from '../open-store.ts';

/** Writes everything that the learner did, and how she wants to study, to a file, or to standard output for `-`. */
export async function exportHistory(
  host: Host,
  target: string,
  { force }: { readonly force: boolean },
): Promise<void> {
  const { preferences, trouble } = readPreferences(host.paths);
  if (trouble) host.stderr.write(`swelearn: ${trouble}\n`);
  const store = openStoreForReading(host);
  try {
    const pieces = exportedHistory(store.entries(), {
      exportedAt: host.now().toISOString(),
      preferences: readable(preferences),
    });
    if (target === '-') await pipeline(Readable.from(pieces), host.stdout, { end: false });
    else {
      writePieces(resolve(host.cwd, target), pieces, { replace: force });
      host.stderr.write(`wrote ${sanitize(target)}\n`);
    }
  } finally {
    store.close();
  }
}

function readable({ interview, ...rest }: Preferences): object {
  return { ...rest, interview: interview === null ? null : isoDate(interview) };
}
