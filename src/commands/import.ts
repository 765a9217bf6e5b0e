import { Command } from 'commander';
import type { Host } from './host.ts';

export function importCommand(_host: Host): Command {
  return new Command('import');
}
