import fc from 'fast-check';
import { runs } from './fixtures/runs.ts';

/**
 * Random cases come from a seed, so that a run can be repeated: `SWELEARN_SEED=7 npm test` tries others. Properties that
 * name no number of cases get a hundred, times what the deep suite asks for.
 */
fc.configureGlobal({ ...runs(100), seed: Number(process.env.SWELEARN_SEED ?? 1) });
