import { join } from 'node:path';
import type { Host } from '../host.ts';
import { localTime } from '../local-time.ts';
import { progressFile } from '../open-store.ts';
import { backupsDirectory, backupsOf } from './backups.ts';

/** Prints the backups, the newest first. */
export function listBackups(host: Host): void {
  const file = progressFile(host);
  const directory = backupsDirectory(file);
  const backups = backupsOf(host, file);
  for (const { name, atMs, reason } of backups) {
    const kilobytes = Math.ceil((host.files.stat(join(directory, name))?.bytes ?? 0) / 1024);
    const size = kilobytes.toLocaleString('en').padStart(8);
    host.stdout.write(`${localTime(atMs)}  ${reason.padEnd(9)}  ${size} kB  ${name}\n`);
  }
  host.stderr.write(
    backups.length === 0
      ? 'there are no backups yet; swelearn backup makes one\n'
      : `in ${directory}; swelearn backup restore <name> brings one back\n`,
  );
}
