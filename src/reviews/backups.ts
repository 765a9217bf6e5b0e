/** Why a backup was made; it stands in the file's name. */
export type BackupReason =
  | 'daily'
  | 'manual'
  | 'migration'
  | 'import'
  | 'restore'
  | 'rebuild'
  | 'optimize';

export interface Backup {
  /** Name of the file. */
  readonly name: string;
  /** To the second, in milliseconds since 1970-01-01T00:00Z. */
  readonly atMs: number;
  readonly reason: BackupReason;
}

const NAME =
  /^progress-(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)(\d\d)-(daily|manual|migration|import|restore|rebuild|optimize)\.sqlite$/;

/** `progress-2026-11-21-091500-daily.sqlite`, in UTC, so that a change of clocks never makes two times one. */
export function backupName(atMs: number, reason: BackupReason): string {
  const [date, time = ''] = new Date(atMs).toISOString().slice(0, 19).split('T');
  return `progress-${date}-${time.replaceAll(':', '')}-${reason}.sqlite`;
}

/** The backups among the names in a directory, the newest first. */
export function backupsAmong(names: readonly string[]): Backup[] {
  return names.flatMap(parse).sort((a, b) => b.atMs - a.atMs || (a.name < b.name ? 1 : -1));
}

function parse(name: string): Backup[] {
  const [, date, hours, minutes, seconds, reason] = NAME.exec(name) ?? [];
  const atMs = Date.parse(`${date}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(atMs) ? [] : [{ name, atMs, reason: reason as BackupReason }];
}
