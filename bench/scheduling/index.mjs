import { importSource } from '../bundle.mjs';
import { table } from '../measure.mjs';

const LEARNERS = 6;
const SETTINGS = [
  { days: 7, questions: 200, cap: null },
  { days: 7, questions: 200, cap: 50 },
  { days: 14, questions: 200, cap: null },
  { days: 14, questions: 200, cap: 40 },
  { days: 14, questions: 100, cap: 30 },
  { days: 30, questions: 200, cap: null },
  { days: 30, questions: 200, cap: 30 },
  { days: 30, questions: 100, cap: 15 },
  { days: 60, questions: 300, cap: null },
  { days: 60, questions: 300, cap: 35 },
];

/**
 * The interview plan beside other ways to study, with simulated learners whose memory is FSRS-6, a more forgetful FSRS-6, or no
 * FSRS at all. Every cell is true recall on the day, in percent / questions asked / never met / the heaviest day.
 */
export async function run() {
  const { compare, minds } = await bundled();
  console.log(`  ${LEARNERS} learners each; recall on the day %, asked, never met, heaviest day\n`);
  const failures = [];
  const rows = [
    [
      'memory',
      'days',
      'questions',
      'cap',
      'plan',
      'FSRS .90',
      'FSRS .95',
      'eve',
      'SM-2',
      'plan - FSRS*',
    ],
  ];
  for (const [memory, mindOf] of Object.entries(minds)) {
    for (const setting of SETTINGS) {
      const { days, questions, cap } = setting;
      const { plan, plain90, plain95, eve, sm2, plainAtSameEffort } = compare(
        setting,
        mindOf,
        LEARNERS,
      );
      const ahead = 100 * (plan.recall - plainAtSameEffort);
      const name = `${memory}, ${days} days, ${questions} questions, cap ${cap ?? 'none'}`;
      if (ahead < 0) failures.push(`${name}: ${ahead.toFixed(2)} points behind plain FSRS`);
      if (plan.unseen > 0) failures.push(`${name}: ${plan.unseen} questions never met`);
      if (cap !== null && plan.heaviestDay > cap)
        failures.push(`${name}: a day of ${plan.heaviestDay}`);
      rows.push([
        memory,
        days,
        questions,
        cap ?? '-',
        ...[plan, plain90, plain95, eve, sm2].map(cell),
        `${ahead < 0 ? '' : '+'}${ahead.toFixed(2)}`,
      ]);
    }
  }
  table(rows);
  console.log(
    '\n  * in points, at as many questions asked: plain FSRS is read between desired retentions .70 to .99',
  );
  console.log(
    failures.length === 0 ? '  all three requirements hold' : `  ${failures.join('\n  ')}`,
  );
}

function cell({ recall, asked, unseen, heaviestDay }) {
  return `${(100 * recall).toFixed(1)} ${Math.round(asked)} ${Math.round(unseen)} ${heaviestDay}`;
}

const bundled = () =>
  importSource(
    'scheduling',
    `export { compare } from './test/scheduling/benchmark/comparison.ts';
     export { minds } from './test/scheduling/benchmark/minds.ts';`,
  );
