import { Command } from 'commander';
import type { Host } from './host.ts';

export function searchCommand(_host: Host): Command {
  return new Command('search');
}
