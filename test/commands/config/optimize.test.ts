import { describe, expect, it } from 'vitest';
import { backupsOf } from '../../../src/commands/backup/backups.ts';
import { optimizeWeights } from '../../../src/commands/config/optimize.ts';
import type { Host } from '../../../src/commands/host.ts';
import { openStoreForReading, progressFile } from '../../../src/commands/open-store.ts';
import { defaultWeights } from '../../../src/scheduling/fsrs.ts';
import { hostOn, remember } from '../../fixtures/fake-host.ts';
import { forgetful, logOf } from '../../fixtures/simulated-log.ts';

const DAYS = 150;
const log = (weights: readonly number[]) =>
  logOf({ seed: 1, weights, questions: 300, days: DAYS }).map((review) => ({
    ...review,
    id: `${review.day} ${review.question}`,
  }));
const forgetfulLog = log(forgetful);

function keptBy(host: Host) {
  const store = openStoreForReading(host);
  const kept = {
    weights: store.weights(),
    due: [...store.progress().values()].map((p) => p.memory?.stability),
  };
  store.close();
  return { ...kept, backups: backupsOf(host, progressFile(host)).map(({ reason }) => reason) };
}

describe('swelearn config optimize', () => {
  it('keeps better weights after a backup, and derives everything anew', async () => {
    const host = hostOn(DAYS);
    remember(host, forgetfulLog);
    const before = keptBy(host);
    await optimizeWeights(host, { dryRun: false });
    const { out, err } = host.said();
    expect(out).toMatch(
      /^Trained on [\d,]+ answers, judged by [\d,]+ answers since 1970-0\d-\d\d;/,
    );
    expect(out).toMatch(
      / log loss {4}0\.\d{4} {3}0\.\d{4}\n {2}RMSE\(bins\) {2}0\.\d{4} {3}0\.\d{4}\n/,
    );
    expect(out).toContain('they are kept');
    expect(err).toMatch(/^backed up to .*optimize\.sqlite\n$/);
    const after = keptBy(host);
    expect(after.weights).toHaveLength(21);
    expect(after.backups).toEqual(['optimize']);
    expect(after.due).not.toEqual(before.due);
  });

  it('finds nothing better when it is asked again at once', async () => {
    const host = hostOn(DAYS);
    remember(host, forgetfulLog);
    await optimizeWeights(host, { dryRun: false });
    const { weights } = keptBy(host);
    host.said();
    await optimizeWeights(host, { dryRun: false });
    expect(host.said().out).toContain('nothing was changed');
    expect(keptBy(host).weights).toEqual(weights);
  });

  it('shows with --dry-run what it would do, and does nothing', async () => {
    const host = hostOn(DAYS);
    remember(host, forgetfulLog);
    const before = keptBy(host);
    await optimizeWeights(host, { dryRun: true });
    expect(host.said().out).toContain('Better: without --dry-run they would be kept.');
    expect(keptBy(host)).toEqual(before);
  });

  it('changes nothing for a learner whom the default weights fit', async () => {
    const host = hostOn(DAYS);
    remember(host, log(defaultWeights));
    await optimizeWeights(host, { dryRun: false });
    expect(host.said().out).toContain('nothing was changed');
    expect(keptBy(host)).toMatchObject({ weights: undefined, backups: [] });
  });

  it('says how much is missing when there is too little to learn from', async () => {
    const host = hostOn(DAYS);
    remember(host, forgetfulLog.slice(0, 40));
    await optimizeWeights(host, { dryRun: false });
    expect(host.said().out).toMatch(
      /^There is too little to learn from yet: \d+ answers? a day or more after/,
    );
    expect(keptBy(host)).toMatchObject({ weights: undefined, backups: [] });
    const fresh = hostOn(DAYS);
    await optimizeWeights(fresh, { dryRun: false });
    expect(fresh.said().out).toContain(
      'yet: 0 answers a day or more after the one before, on 0 days.',
    );
  });
});
