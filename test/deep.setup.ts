import fc from 'fast-check';

/** Properties that name no number of runs of their own get this many, from a seed that a failure prints. */
fc.configureGlobal({ numRuns: 3_000 });
