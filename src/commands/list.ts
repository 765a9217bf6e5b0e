import { Command } from 'commander';
import type { Host } from './host.ts';

export function listCommand(_host: Host): Command {
  return new Command('list');
}
