import { resolve } from 'node:path';
import { Command } from 'commander';
import { UserError } from '../domain/user-error.ts';
import type { Preferences } from '../platform/preferences.ts';
import type { Host } from './host.ts';

const THEMES: readonly string[] = ['auto', 'dark', 'light'];

/** `swelearn config`: the preferences, shown and changed. */
export function configCommand(host: Host): Command {
  const config = new Command('config')
    .description('Show or change your preferences: theme, content.')
    .addHelpText(
      'after',
      '\nExamples:\n  swelearn config\n  swelearn config set theme light\n  swelearn config set content ~/decks ~/work/decks\n  swelearn config unset content',
    );
  const preferences = () => import('../platform/preferences.ts');

  config
    .command('list', { isDefault: true })
    .description('print every preference')
    .action(async () => {
      const { readPreferences } = await preferences();
      const { preferences: all, trouble } = await readPreferences(host.paths);
      if (trouble) throw new UserError(trouble, '', 3);
      for (const [key, value] of Object.entries(all))
        host.stdout.write(`${key} = ${[value].flat().join(' ')}\n`);
    });
  config
    .command('set')
    .description('change a preference')
    .argument('<key>')
    .argument('<values...>')
    .action(async (key: string, values: string[]) => {
      const { writePreferences } = await preferences();
      await writePreferences(host.paths, change(key, values, host));
    });
  config
    .command('unset')
    .description('go back to the default')
    .argument('<key>')
    .action(async (key: string) => {
      const { defaultPreferences, writePreferences } = await preferences();
      await writePreferences(host.paths, { [known(key)]: defaultPreferences[known(key)] });
    });
  config
    .command('path')
    .description('print where the preferences are kept')
    .action(async () => {
      const { preferencesFile } = await preferences();
      host.stdout.write(`${preferencesFile(host.paths)}\n`);
    });
  return config;
}

function known(key: string): keyof Preferences {
  if (key === 'theme' || key === 'content') return key;
  throw new UserError(
    `${key} is no preference`,
    'there are theme (auto, dark or light) and content (directories)',
  );
}

function change(key: string, values: readonly string[], host: Host): Partial<Preferences> {
  if (known(key) === 'content') return { content: values.map((path) => resolve(host.cwd, path)) };
  const [theme = ''] = values;
  if (values.length !== 1 || !THEMES.includes(theme))
    throw new UserError(
      `the theme can't be ${values.join(' ')}`,
      `choose one of ${THEMES.join(', ')}`,
    );
  return { theme: theme as Preferences['theme'] };
}
