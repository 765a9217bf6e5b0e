import fc from 'fast-check';
import { runs } from './fixtures/runs.ts';

/** Properties that name no number of cases of their own get a hundred in `npm test`, and more here. */
fc.configureGlobal(runs(100));
