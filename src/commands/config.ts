import { Command } from 'commander';
import { UserError } from '../domain/user-error.ts';
import type { Preferences } from '../platform/preferences.ts';
import type { Host } from './host.ts';

/** `swelearn config`: the preferences, shown and changed. */
export function configCommand(host: Host): Command {
  const config = new Command('config')
    .description('Show or change your preferences: theme, content, how you want to study.')
    .addHelpText(
      'after',
      '\nExamples:\n  swelearn config\n  swelearn config set theme light\n  swelearn config set content ~/decks ~/work/decks\n  swelearn config set desired-retention 0.92\n  swelearn config unset content\n  swelearn config optimize --dry-run',
    );
  const preferences = () => import('../platform/preferences.ts');
  const keys = () => import('./config/preference-keys.ts');

  config
    .command('list', { isDefault: true })
    .description('print every preference')
    .action(async () => {
      const { readPreferences } = await preferences();
      const { shownPreference, writtenName } = await keys();
      const { preferences: all, trouble } = readPreferences(host.paths);
      if (trouble) throw new UserError(trouble, '', 3);
      for (const key of Object.keys(all) as (keyof Preferences)[])
        host.stdout.write(`${writtenName(key)} = ${shownPreference(key, all)}\n`);
    });
  config
    .command('set')
    .description('change a preference')
    .argument('<key>')
    .argument('<values...>')
    .action(async (key: string, values: string[]) => {
      const { writePreferences } = await preferences();
      const { readPreference } = await keys();
      await writePreferences(host.paths, readPreference(key, values, host));
    });
  config
    .command('unset')
    .description('go back to the default')
    .argument('<key>')
    .action(async (written: string) => {
      const { defaultPreferences, writePreferences } = await preferences();
      const { preferenceKey } = await keys();
      const key = preferenceKey(written);
      await writePreferences(host.paths, { [key]: defaultPreferences[key] });
    });
  config
    .command('path')
    .description('print where the preferences are kept')
    .action(async () => {
      const { preferencesFile } = await preferences();
      host.stdout.write(`${preferencesFile(host.paths)}\n`);
    });
  config
    .command('optimize')
    .description('train the scheduler on your own answers; kept only if better, after a backup')
    .option('--dry-run', 'show what it is worth, and keep nothing', false)
    .action(async (options: { dryRun: boolean }) => {
      const { optimizeWeights } = await import('./config/optimize.ts');
      await optimizeWeights(host, options);
    });
  return config;
}
