import { describe, expect, it } from 'vitest';
import { equation } from './arithmetic.ts';

describe('an equation in a text', () => {
  it.each([
    '10 × 86,400 × 30 = 25,920,000',
    '25.92 million × $0.40 / 1 million = $10.37',
    '100 million × 30 × 3 requests = 9,000 million requests',
    '10/s × 60 s = 600',
    '0.999^3 = 99.7 %',
    '1 − 0.997 = 0.003',
    'ceil(2,315 / 50) = 47 workers',
    '1,157/s × 2 = 2,314/s',
    '2,314.8/s / 50/s ≈ 46.3',
    '(100 + 20) messages / 2 = 60 = 10 × 6',
    'max(3, 5) s × 2 = 10 s',
    '300 calls/s × 10 messages = 3,000 messages/s',
    '50 % × 80 = 40',
    '1,024 KiB / 64 KiB = 16 requests',
    '-ln(0.5) × 10 min = 6.9 min',
    '(1 - 0.9) × 50 = 5',
    '0.6 × 60 s/min = 36 s',
  ])('holds: %s', (text) => {
    expect(equation(text)).toMatchObject({ trouble: undefined });
  });

  it.each([
    '10 × 86,400 × 30 = 25,920,001',
    '100 × $0.40 = $41',
    '2,314.8/s / 50/s = 47',
    '2,314.8/s / 50/s ≈ 49',
    '0.999^3 = 99.71 %',
    '2 + 2 = 4 = 5',
  ])('doesn’t hold: %s', (text) => {
    expect(equation(text)?.trouble).toMatch(/ is /);
  });

  it.each(['const n = 5;', 'WaitTimeSeconds = 20', 'a = b', '`x` = 3', 'run(3) = 3', '20 s'])(
    'is none: %s',
    (text) => {
      expect(equation(text)).toBeUndefined();
    },
  );

  it('comes to its last number', () => {
    expect(equation('2 × 30 s = 60 s = 1 × 60')?.result).toBe(60);
  });
});
