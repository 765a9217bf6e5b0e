import { Command } from 'commander';
import type { Host } from './host.ts';

export function studyCommand(_host: Host): Command {
  return new Command('study');
}
