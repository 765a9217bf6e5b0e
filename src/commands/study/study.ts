import { UserError } from '../../domain/user-error.ts';
import type { Host } from '../host.ts';
import { screenKeys } from '../screen-keys.ts';
import type { StudyOptions } from './options.ts';
import { printPlain } from './print-plain.ts';
import { Shelf } from './shelf.ts';

/** Shows what is wanted on the whole screen, or prints it where there is no screen or no keyboard. */
export async function study(
  host: Host,
  wanted: string | undefined,
  options: StudyOptions,
): Promise<void> {
  const shelf = new Shelf(host, options);
  try {
    const keys = screenKeys(host, options);
    if (keys) {
      const { studyOnScreen } = await import('./on-screen.ts');
      host.exitWith(await studyOnScreen(host, keys, shelf, wanted, options));
    } else if (wanted === undefined) {
      throw new UserError(
        'say what to read',
        'swelearn list shows the topics; on a terminal you can choose one',
      );
    } else {
      await printPlain(host, await shelf.open(wanted), options);
    }
  } finally {
    await shelf.close();
  }
}
