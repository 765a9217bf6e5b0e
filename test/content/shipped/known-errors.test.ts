import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../../src/domain/exercise.ts';
import type { Question } from '../../../src/domain/question.ts';
import { shippedTopics } from './topics.ts';

/** What guides print and is wrong or no longer so, by the number of the fact that corrects it. */
const ERRORS: readonly (readonly [fact: string, claim: RegExp, unless?: RegExp])[] = [
  [
    'F001',
    /\b(max|limit|most|up to|may)\b[^.]*256 ?Ki?B|256 ?Ki?B[^.]*\b(limit|max)/i,
    /SNS|publish|topic|subscription|policy|Service Bus|requests|chunk|units/i,
  ],
  ['F012', /(?<!\d)20,000[^.]*in flight|in[- ]flight[^.]*(?<!\d)20,000/],
  ['F015', /3,000 (TPS|transactions|calls)/],
  ['F017', /FIFO[^.]*(hard (cap|limit|ceiling)|never more than 3,000)/],
  ['F026', /(throttled|received)[^.]*(back|return)[^.]*DelaySeconds/],
  ['F034', /standard queues?[^.]*oldest (messages? )?first/i],
  ['F035', /SQS[^.]*(has|supports|offers) priorit/i],
  ['F039', /count[^.]*(rises|goes up) when[^.]*visible again/i],
  ['F041', /(>=|≥|reaches) `?maxReceiveCount/],
  ['F046', /back (to|at) the front/i],
  ['F064', /(dedup\w*|idempoten\w*|key)[^.]*(on|by|with) the `?MessageId/i],
  ['F071', /SNS[^.]*deliver[^.]*Kinesis data stream/i],
  ['F078', /SNS[^.]*\b300 (msg|messages)(\/s| a second)/i, /group/],
  ['F079', /SNS[^.]*(has no persistence|stores nothing|fire[- ]and[- ]forget)/i],
  ['F080', /SNS (cannot|can[’']t|has no) replay/i],
  ['F086', /filter polic\w+ (look|match)\w* (at |on )?the body/i],
  ['F094', /nodejs18/i],
  ['F102', /ZooKeeper/],
  ['F101', /rebalance[^.]*(stops the world|pauses everyone|pauses all)/i, /eager|classic/i],
  ['F104', /Kafka (is not|isn[’']t) a queue/i],
  ['F106', /exactly[- ]once[^.]*(is|are) (only |just )?(marketing|a myth)/i],
  ['F116', /mirrored (classic )?queues?|classic mirror/i],
  ['F120', /(10 s|10[- ]second)s? (message )?retention|retention of 10 s/i],
  ['F121', /exactly[- ]once[^.]*\bbeta\b/i],
  ['F127', /EventBridge[^.]*\b15\+?/],
  ['F128', /CloudWatch Events/],
  ['F130', /MySQL[^.]*(can[’']t|cannot|race|explicit lock)/i],
  ['F134', /dedup\w* (prevents|stops|avoids) overselling/i],
  ['F147', /3,000[^.]*per producer/i],
  ['F149', /\$40 (a|per) month/],
  ['F150', /\$1,540/],
  ['F161', /\$3\.50/],
  ['F164', /\$14,400/],
  ['F165', /\$2,880/],
  ['F168', /SNS[^.]*(delivers|pushes|subscri\w+)[^.]*AppSync/i],
  ['F181', /FIFO[^.]*whoever clicked first/i],
  ['F193', /if not exists[^.]*then[^.]*setex/i],
  ['F200', /\bXA\b/],
];

/** Who says so in the same sentence doesn't claim it. */
const CORRECTED =
  /\b(until|former(ly)?|once|used to|older?|guides?|wrong|not|no|never|nothing|only|than|before|since|gone|removed|was|were|instead|myth|claim)\b|n[’']t\b/i;

const topics = shippedTopics.map((topic) => ({ id: topic.card.id, topic }));

describe('what is known to be wrong', () => {
  it.each(topics)('stands nowhere in $id without its correction', ({ topic }) => {
    const texts = [
      topic.card.body.replace(/^## What Guides Still Say\n[\s\S]*?(?=^## )/m, ''),
      ...topic.questions.flatMap(statedIn),
      ...topic.exercises.flatMap(toldIn),
    ];
    const sentences = texts.flatMap(sentencesOf);
    const found = ERRORS.flatMap(([fact, claim, unless]) =>
      sentences
        .filter((sentence) => isClaimed(sentence, claim, unless))
        .map((sentence) => `${fact}: ${sentence}`),
    );
    expect(found).toEqual([]);
  });

  it('is found where it stands uncorrected', () => {
    const claims = [
      ['F001', 'A message may have 256 KB.'],
      ['F012', 'A FIFO queue may have 20,000 messages in flight.'],
      ['F017', 'FIFO queues have a hard limit of 3,000 messages a second.'],
      ['F041', 'It moves as soon as the count ≥ maxReceiveCount.'],
      ['F079', 'SNS has no persistence at all.'],
      ['F080', 'SNS cannot replay.'],
      ['F104', 'Kafka is not a queue.'],
      ['F106', 'Exactly-once is marketing.'],
      ['F121', 'Its exactly-once delivery is in beta.'],
      ['F164', 'It costs $14,400.'],
      ['F193', 'The worker looks: if not exists, then work, then setex.'],
    ] as const;
    for (const [name, sentence] of claims) {
      const [, claim, unless] = ERRORS.find(([fact]) => fact === name) ?? [];
      expect(claim && isClaimed(sentence, claim, unless), name).toBe(true);
      expect(claim && isClaimed(`Guides still say: ${sentence}`, claim, unless), name).toBe(false);
    }
  });
});

/** What corrects a claim stands beside it; words of the claim itself don't count. */
function isClaimed(sentence: string, claim: RegExp, unless: RegExp | undefined): boolean {
  if (!claim.test(sentence) || unless?.test(sentence)) return false;
  return !CORRECTED.test(sentence.replace(claim, ''));
}

/** Sentences, and rows of tables. */
function sentencesOf(text: string): string[] {
  const rows = text.match(/^\|.*$/gm) ?? [];
  const prose = text.replace(/^\|.*$/gm, '.').replace(/\s+/g, ' ');
  return [...rows, ...prose.split(/(?<=[.!?:])\s/)];
}

/** What a question states as true: a wrong option, and what “why not” argues against, are meant to be wrong. */
function statedIn({ prompt, answer, keyPoints, task, hint = '' }: Question): string[] {
  const right =
    task.kind === 'choice'
      ? task.options
          .filter(({ correct }) => correct)
          .flatMap((each) => [each.text, each.explanation])
      : [];
  return [prompt, answer, ...keyPoints, hint, ...right];
}

function toldIn({ story, debrief, hints }: Exercise): string[] {
  return [story, debrief, ...hints];
}
