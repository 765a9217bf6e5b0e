import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../../../src/simulator/broker/refusal.ts';
import { parseFilterPolicy } from '../../../../../src/simulator/broker/topic/filter/parse.ts';
import { runs } from '../../../../fixtures/runs.ts';
import { accepts, acceptsBody } from '../filter/accepts.ts';
import { attributes, body, flatPolicy, nestedPolicy } from './messages.ts';
import { obviouslyMatches } from './obvious-filter.ts';

describe('a filter and the obvious one', () => {
  it('SNS-07: agree on attributes', () => {
    const tally = { yes: 0, no: 0 };
    fc.assert(
      fc.property(flatPolicy, attributes, body, (policy, values, text) => {
        const expected = obviouslyMatches(policy, 'MessageAttributes', text, values);
        tally[expected ? 'yes' : 'no'] += 1;
        expect(accepts(policy, values, text)).toBe(expected);
      }),
      runs(3_000),
    );
    expect(Math.min(tally.yes, tally.no)).toBeGreaterThan(200);
  });

  it('SNS-07: agree on bodies', () => {
    const tally = { yes: 0, no: 0 };
    fc.assert(
      fc.property(nestedPolicy, body, attributes, (policy, text, values) => {
        fc.pre(!(parseFilterPolicy(policy, 'MessageBody') instanceof Refusal));
        const expected = obviouslyMatches(policy, 'MessageBody', text, values);
        tally[expected ? 'yes' : 'no'] += 1;
        expect(acceptsBody(policy, text, values)).toBe(expected);
      }),
      runs(3_000),
    );
    expect(Math.min(tally.yes, tally.no)).toBeGreaterThan(200);
  });
});
