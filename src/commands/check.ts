import { Command } from 'commander';
import type { Host } from './host.ts';

export function checkCommand(_host: Host): Command {
  return new Command('check');
}
