import { describe, expect, it } from 'vitest';
import { claimTroubles, renderClaims } from '../../../src/exercises/claims/claims.ts';
import { claimTexts } from '../../../src/exercises/claims/texts.ts';
import { formatMetric } from '../../../src/simulator/observers/index.ts';
import { runScenario } from '../../../src/simulator/scenario/index.ts';
import { exerciseOf, ready } from '../exercise.ts';

const { scenario } = ready(exerciseOf({ kind: 'predict', asks: [] }));
const shipped = runScenario(scenario);
const solved = runScenario({ ...scenario, faults: [] }, { seed: 4 });
const both = { shipped, solved };
const only = { shipped, solved: undefined };

describe('claims', () => {
  it('become the numbers of the runs, as reports write them', () => {
    const text = 'There were {{duplicates}} more, at {{ latency.p99 }}; then {{solved.produced}}.';
    expect(renderClaims(text, both)).toBe(
      `There were ${shipped.report.duplicates} more, at ${formatMetric(shipped.report.latency.p99, 'duration')}; then ${solved.report.produced}.`,
    );
    expect(claimTroubles(text, both)).toEqual([]);
  });

  it('take no run with the solution where none is cited', () => {
    const runs = {
      shipped,
      get solved(): never {
        throw new Error('it was run');
      },
    };
    expect(renderClaims('{{duplicates}}', runs)).toBe(`${shipped.report.duplicates}`);
    expect(() => renderClaims('{{solved.duplicates}}', runs)).toThrow('it was run');
  });

  it.each([
    ['a span', 'Write `{{duplicates}}` here.'],
    ['a longer span', 'Write ``a ` {{duplicates}}`` here.'],
    ['a fence', 'So:\n\n```yaml\na: {{duplicates}}\n```\n'],
    ['a fence with more at its end', '~~~\n{{duplicates}}\n~~~~\n'],
    ['a fence that never ends', 'So:\n```\n{{duplicates}}\n\n{{lost}}'],
  ])('are left alone in %s', (_, text) => {
    expect(renderClaims(text, both)).toBe(text);
    expect(claimTroubles(text, both)).toEqual([]);
  });

  it('are seen beside code, and where a backtick is alone', () => {
    const { duplicates } = shipped.report;
    expect(renderClaims('`x` {{duplicates}} `y`', both)).toBe(`\`x\` ${duplicates} \`y\``);
    expect(renderClaims('a ` b {{duplicates}}', both)).toBe(`a \` b ${duplicates}`);
    expect(renderClaims('a `b\n\n{{duplicates}}\n\nc` d', both)).toBe(
      `a \`b\n\n${duplicates}\n\nc\` d`,
    );
    expect(renderClaims('```\nx\n```\n{{duplicates}}', both)).toBe(
      `\`\`\`\nx\n\`\`\`\n${duplicates}`,
    );
  });

  it.each([
    ['{{duplicate}}', '{{duplicate}} cites no metric', 'Did you mean “duplicates”'],
    ['{{queues.report.sent}}', 'cites no metric', 'Did you mean “queues.reports.sent”'],
    ['{{alarms.backlog.firstAt}}', 'cites what has nothing to measure in the run', 'has a value'],
  ])('%s is a problem', (text, what, fix) => {
    const [trouble] = claimTroubles(`So ${text}.`, both);
    expect(trouble?.what).toContain(what);
    expect(trouble?.fix).toContain(fix);
    expect(renderClaims(text, both)).toBe(text);
  });

  it('of a solution need one', () => {
    const text = '{{solved.lost}}';
    expect(renderClaims(text, only)).toBe(text);
    expect(claimTroubles(text, only)).toEqual([
      {
        what: '{{solved.lost}} cites a run with the solution, and there is none',
        fix: 'state a solution, or cite the run as shipped',
      },
    ]);
  });

  it('may stand in hints, the debrief, and whatever says why', () => {
    const named = (text: string, why: string) => ({ text, correct: false, why });
    const task = {
      kind: 'diagnose',
      at: undefined,
      looks: [],
      causes: [named('a', 'why a')],
      actions: [named('b', 'why b')],
      solution: [],
    } as const;
    const exercise = exerciseOf(task, { hints: ['hint'], debrief: 'debrief' });
    expect(claimTexts(exercise)).toEqual(['hint', 'debrief', 'why a', 'why b']);
    const options = [{ text: 'c', when: {}, why: 'why c' }];
    const asks = [{ kind: 'choice', prompt: '?', options }] as const;
    expect(claimTexts(exerciseOf({ kind: 'predict', asks }))).toEqual(['Done.', 'why c']);
  });
});
