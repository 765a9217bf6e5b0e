import { Command } from 'commander';
import type { Host } from './host.ts';

export function configCommand(_host: Host): Command {
  return new Command('config');
}
