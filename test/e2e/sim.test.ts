import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WorkerPool } from '../../src/platform/worker-pool.ts';
import {
  type SimulationJob,
  type SimulationResult,
  simulate,
} from '../../src/simulator/scenario/index.ts';
import { MINE } from './my-scenario.ts';
import { runCli, temporaryDirectory } from './run-cli.ts';

const SCENARIO = 'visibility-timeout-too-short';
const REMEDY = 'queues.reports.visibilityTimeout=180s';

const sim = (...args: string[]) => runCli(['sim', ...args]);

function fileOf(text: string): string {
  const path = join(temporaryDirectory(), 'mine.yaml');
  writeFileSync(path, text);
  return path;
}

describe('swelearn sim list', () => {
  it('names every scenario, and those that show a mistake', () => {
    const { out, err, code } = sim('list');
    expect(out).toMatch(/^visibility-timeout-too-short +.+ \(a mistake to see\)$/m);
    expect(out).toMatch(/^competing-consumers +/m);
    expect([err, code]).toEqual(['', 0]);
  });

  it('prints JSON with its schema', () => {
    const { schema, scenarios } = JSON.parse(sim('list', '--json').out);
    expect(schema).toBe('swelearn.sim-list/1');
    expect(scenarios.length).toBeGreaterThan(20);
    expect(scenarios[0]).toMatchObject({ name: expect.any(String), title: expect.any(String) });
  });
});

describe('swelearn sim run', () => {
  it('prints a report through a pipe, says what would help, and exits with 1', () => {
    const { out, code } = sim('run', SCENARIO);
    expect(out).toMatch(/^FAILS duplicates is \d+, not exactly 0$/m);
    expect(out).toContain(`swelearn sim run ${SCENARIO} --set ${REMEDY}`);
    expect(code).toBe(1);
  });

  it('exits with 0 when its remedy is taken', () => {
    const { out, err, code } = sim('run', SCENARIO, '--set', REMEDY);
    expect(out).toMatch(/^ok +duplicates is 0$/m);
    expect(out).not.toContain('FAILS');
    expect([err, code]).toEqual(['', 0]);
  });

  it('prints JSON with its schema, the same each time', () => {
    const { out, code } = sim('run', SCENARIO, '--json');
    expect(JSON.parse(out)).toMatchObject({
      schema: 'swelearn.sim-run/1',
      scenario: SCENARIO,
      ending: 'done',
      passed: false,
    });
    expect(sim('run', SCENARIO, '--json').out).toBe(out);
    expect(code).toBe(1);
  });

  it('writes every event to a file, one JSON object a line', () => {
    const trace = join(temporaryDirectory(), 'out.jsonl');
    sim('run', fileOf(MINE), '--trace', trace);
    const events = readFileSync(trace, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events[0]).toMatchObject({ kind: 'worker-state', at: 0, worker: 'workers-1' });
    expect(events.filter(({ kind }) => kind === 'produced')).toHaveLength(119);
    expect(events.every(({ at }, index) => index === 0 || at >= events[index - 1].at)).toBe(true);
  });

  it('tells a mistake in --set with the nearest match', () => {
    const { err, out, code } = sim('run', SCENARIO, '--set', 'consumers.workers.cuont=3');
    expect(err).toContain('--set consumers.workers.cuont=3: consumers.workers.cuont is no key');
    expect(err).toContain('Did you mean “count”?');
    expect([out, code]).toEqual(['', 2]);
  });

  it('tells a mistake in a file with its place', () => {
    const { err, code } = sim('run', fileOf(MINE.replace('sendsTo: orders', 'sendsTo: ordres')));
    expect(err).toMatch(/mine\.yaml:5:31: producers\.shop\.sendsTo can’t be “ordres”/);
    expect(err).toContain('Did you mean “orders”?');
    expect(code).toBe(2);
  });

  it('tells which scenario may have been meant', () => {
    const { err, code } = sim('run', 'competing-consumer');
    expect(err).toContain('Did you mean “competing-consumers”?');
    expect(code).toBe(2);
  });

  it('runs more seeds than there are processors, and counts how often each check holds', () => {
    const { out, code } = sim('run', fileOf(MINE), '--seeds', '12');
    expect(out).toMatch(/^FAILS duplicates holds in 0 of 12; fails first with --seed 1$/m);
    expect(code).toBe(1);
  });
});

describe('swelearn sim story', () => {
  it('tells why each check failed', () => {
    const { out, code } = sim('story', SCENARIO);
    expect(out).toMatch(/^duplicates is \d+; it had to be exactly 0/);
    expect(out).toContain('Why: ');
    expect(code).toBe(1);
  });

  it('follows one item, and says what items are called', () => {
    expect(sim('story', SCENARIO, 'customers-2').out).toContain('receives customers-2');
    const { err, code } = sim('story', SCENARIO, 'buyers-2');
    expect(err).toContain('customers-1');
    expect(code).toBe(2);
  });
});

describe('swelearn sim shrink, sweep and explain', () => {
  it('finds the one strike that is enough', () => {
    const { out, code } = sim('shrink', fileOf(MINE), '--json');
    const { schema, metric, strikes, kept } = JSON.parse(out);
    expect([schema, metric, code]).toEqual(['swelearn.sim-shrink/1', 'duplicates', 0]);
    expect(strikes).toBeGreaterThan(3);
    expect(kept).toHaveLength(1);
  });

  it('sweeps a knob, as CSV', () => {
    const { out, code } = sim(
      'sweep',
      fileOf(MINE),
      '--knob',
      'consumers.workers.count=1..3',
      '--metric',
      'duplicates',
      '--seeds',
      '2',
      '--csv',
    );
    const [head, ...rows] = out.trimEnd().split('\n');
    expect(head).toBe('consumers.workers.count,runs,duplicates mean,duplicates min,duplicates max');
    expect(rows.map((row) => row.split(',').slice(0, 2).join())).toEqual(['1,2', '2,2', '3,2']);
    expect(code).toBe(0);
  });

  it('explains which rules a run exercised', () => {
    const { schema, semantics } = JSON.parse(sim('explain', SCENARIO, '--json').out);
    expect(schema).toBe('swelearn.sim-explain/1');
    expect(semantics.map(({ id }: { id: string }) => id)).toContain('STD-03');
  });
});

describe('a worker thread', () => {
  it('runs a scenario as the main thread does, event by event', async () => {
    const jobs = Array.from(
      { length: 5 },
      (_, seed): SimulationJob => ({
        file: 'mine.yaml',
        text: MINE,
        changes: [],
        seed,
        metrics: ['duplicates', 'latency.p99'],
        hashed: true,
      }),
    );
    const program = new URL('../../dist/simulate.js', import.meta.url);
    const pool = new WorkerPool<SimulationJob, SimulationResult>(program);
    expect(await pool.run(jobs)).toEqual(jobs.map(simulate));
    await pool.end();
  });
});
