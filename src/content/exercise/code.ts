import * as v from 'valibot';
import type { CodeTask } from '../../domain/exercise.ts';
import { byKey, fields, type Kind, required } from './kind.ts';
import { part } from './values.ts';

type Role = Pick<CodeTask, 'role' | 'part'>;

const consumer: Kind<Role> = v.pipe(
  fields({ consumer: required(part) }),
  v.transform((read): Role => ({ role: 'consumer', part: read.consumer })),
);
const producer: Kind<Role> = v.pipe(
  fields({ producer: required(part) }),
  v.transform((read): Role => ({ role: 'producer', part: read.producer })),
);

const entries = { program: required(byKey({ consumer, producer }, [], '{ consumer: workers }')) };

/** Whose program is written; the programs themselves stand below the story. */
export const code = {
  keys: Object.keys(entries),
  role: v.pipe(
    v.object(entries),
    v.transform(({ program }) => program),
  ),
};
