import { chmodSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drillDeck } from './drill-deck.ts';
import { runCli, temporaryDirectory } from './run-cli.ts';

/** A learner with some answers: a home, and how to run the tool in it. */
function learner(...answers: string[]) {
  const [deck, home] = [drillDeck(), temporaryDirectory()];
  const run = (...args: string[]) => runCli(args, { cwd: deck, home });
  const quiz = (...lines: string[]) =>
    runCli(['quiz', 'drill', '--content', 'deck', '--seed', '1'], {
      cwd: deck,
      home,
      input: lines.map((line) => `${line}\n`).join(''),
    });
  if (answers.length > 0) quiz(...answers);
  return { deck, home, data: join(home, 'state/data'), run, quiz };
}

const reviewsIn = (json: string): unknown[] =>
  JSON.parse(json).entries.filter(({ kind }: { kind: string }) => kind === 'review');

describe('a history', () => {
  it('goes to another machine and back, and nothing is lost or counted twice', () => {
    const [one, other] = [learner('', '3'), learner('', '3', 'b', '2')];
    writeFileSync(join(other.deck, 'one.json'), one.run('export', '-').out);
    expect(other.run('import', 'one.json', '--dry-run').out).toMatch(
      /1 entry would be new|1 entries would be new/,
    );
    expect(reviewsIn(other.run('export', '-').out)).toHaveLength(2);
    expect(other.run('import', 'one.json').code).toBe(0);
    expect(other.run('import', 'one.json').out).toMatch(/^0 entries new/);
    expect(reviewsIn(other.run('export', '-').out)).toHaveLength(3);
    writeFileSync(join(one.deck, 'other.json'), other.run('export', '-').out);
    one.run('import', 'other.json');
    const entries = (json: string) => JSON.parse(json).entries;
    expect(entries(one.run('export', '-').out)).toEqual(entries(other.run('export', '-').out));
    expect(one.run('doctor').out).toMatch(/equals what 3 log entries add up to/);
  });

  it('that is no history is not taken, with the place that is wrong', () => {
    const { deck, run } = learner('', '3');
    const json = run('export', '-').out.replace('"rating":3', '"rating":7');
    writeFileSync(join(deck, 'bad.json'), json);
    const result = run('import', 'bad.json');
    expect(result.code).toBe(2);
    expect(result.err).toMatch(/rating/);
    expect(result.err).not.toMatch(/\n\s+at /);
  });

  it('comes back from a backup, and the state before that, too', () => {
    const { data, run, quiz } = learner('', '3');
    run('backup');
    quiz('b', '1');
    const [backup = ''] = readdirSync(join(data, 'backups')).filter((name) =>
      name.includes('manual'),
    );
    expect(run('backup', 'restore', backup).code).toBe(2);
    expect(run('backup', 'restore', backup, '--yes').code).toBe(0);
    expect(reviewsIn(run('export', '-').out)).toHaveLength(1);
    const before =
      readdirSync(join(data, 'backups')).find((name) => name.includes('restore')) ?? '';
    run('backup', 'restore', before, '--yes');
    expect(reviewsIn(run('export', '-').out)).toHaveLength(2);
  });

  it('is copied once a day by the quiz itself', () => {
    const { data, quiz } = learner('', '3');
    quiz();
    const daily = readdirSync(join(data, 'backups')).filter((name) => name.includes('daily'));
    expect(daily).toHaveLength(1);
  });

  it('is written for Anki', () => {
    const { deck, run } = learner();
    expect(run('export', '--anki', 'anki.txt', '--content', 'deck').code).toBe(0);
    const lines = readFileSync(join(deck, 'anki.txt'), 'utf8').split('\n');
    expect(lines[0]).toBe('#separator:tab');
    expect(lines.find((line) => line.startsWith('"drill-pilot"'))).toMatch(
      /<p>Who leads a ship in\?<\/p>/,
    );
  });

  it('never replaces a file untold', () => {
    const { deck, run } = learner('', '3');
    writeFileSync(join(deck, 'mine.json'), 'precious');
    expect(run('export', 'mine.json').code).toBe(2);
    expect(readFileSync(join(deck, 'mine.json'), 'utf8')).toBe('precious');
  });
});

describe('a store that can not be used', () => {
  const commands = [
    ['quiz', 'drill', '--content', 'deck'],
    ['stats'],
    ['export', '-'],
    ['due'],
    ['plan'],
  ];

  it.each(commands)('is left as it is when it is cut off: %s %s', (...args) => {
    const { data, run } = learner('', '3');
    const file = join(data, 'progress.sqlite');
    truncateSync(file, 5000);
    const before = readFileSync(file);
    const result = run(...args);
    expect(result.code).toBe(3);
    expect(result.err).toMatch(/progress\.sqlite is damaged[\s\S]*swelearn backup/);
    expect(result.err).not.toMatch(/\n\s+at /);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it.each(commands)('is left as it is when it is something else: %s %s', (...args) => {
    const { data, run } = learner('', '3');
    writeFileSync(join(data, 'progress.sqlite'), 'my shopping list '.repeat(100));
    const result = run(...args);
    expect(result.code).toBe(3);
    expect(readFileSync(join(data, 'progress.sqlite'), 'utf8')).toMatch(/^my shopping list/);
  });

  it.skipIf(process.getuid?.() === 0)('is read where nothing can be written', () => {
    const { data, run, quiz } = learner('', '4');
    chmodSync(join(data, 'progress.sqlite'), 0o400);
    chmodSync(data, 0o500);
    expect(run('due').code).toBe(0);
    expect(run('stats').out).toMatch(/1 answer/);
    const refused = quiz('', '3');
    expect(refused.code).toBe(3);
    expect(refused.err).toMatch(/can't be written/);
    chmodSync(data, 0o700);
  });
});

describe('the rest', () => {
  it('tells statistics as text and as JSON, without an escape sequence', () => {
    const { run } = learner('', '3', 'b', '1');
    const text = run('stats');
    expect(text.out).toMatch(/2 answers on 1 day/);
    expect(text.out).not.toContain('\u001b');
    expect(JSON.parse(run('stats', '--json').out).schema).toBe('swelearn.stats/1');
  });

  it('says kindly that there is too little to train on', () => {
    const { run } = learner('', '3');
    const result = run('config', 'optimize');
    expect(result.code).toBe(0);
    expect(result.out).toMatch(/too little to learn from yet/);
  });

  it('keeps how one wants to study, and says what may be written', () => {
    const { run } = learner();
    expect(run('config', 'set', 'desired-retention', '0.92').code).toBe(0);
    expect(run('config').out).toContain('desired-retention = 0.92');
    expect(run('config', 'set', 'desired-retention', '2').err).toMatch(
      /can't be 2\n {4}write a probability/,
    );
    expect(run('config', 'set', 'new-per-daay', '2').err).toMatch(
      /no preference\n {4}there are .*new-per-day/,
    );
    run('config', 'unset', 'desired-retention');
    expect(run('config').out).toContain('desired-retention = 0.9\n');
  });
});
