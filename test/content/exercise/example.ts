/** A complete tune exercise; `changes` replaces keys of its front matter, undefined removes one. */
export function exerciseText(
  changes: Readonly<Record<string, string | undefined>> = {},
  body = 'Reports come twice.\n\n## Debrief\n\nNow they do not.\n',
): string {
  const fields: Record<string, string | undefined> = {
    id: 'a-lease',
    title: A_TITLE,
    topic: 'leases',
    kind: 'tune',
    level: '1',
    minutes: '3',
    scenario: 'at-least-once',
    ...tasks[changes.kind ?? 'tune'],
    ...changes,
  };
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  return `---\n${lines.join('\n')}\n---\n${body}`;
}

const A_TITLE = 'A lease';

/** What each kind says beside the common keys. Front matter has eight lines before it. */
const tasks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  predict: { asks: '[{ number: How many?, metric: duplicates, tolerance: 20% }]' },
  tune: {
    knobs: '{ queues.q.visibilityTimeout: { from: 5s, to: 5m } }',
    solution: '{ queues.q.visibilityTimeout: 60s }',
  },
  diagnose: {
    looks: '[{ look: Depth, costs: 2m, series: queues.q.visible }]',
    causes: '[{ text: A, correct: true, why: So. }, { text: B, why: Not. }]',
    actions: '[{ text: A, correct: true, why: So. }, { text: B, why: Not. }]',
    solution: '{ services.db.latency: 5ms }',
  },
  code: { program: '{ consumer: workers }' },
};

export const programs = [
  'Write a worker.',
  '## Starter',
  '```js\nexport function handle() {}\n```',
  '## Solution',
  '```js\nexport async function handle(message) {\n  await message.delete();\n}\n```',
  '## Mistakes',
  '### no-ack: The queue hands it out again.',
  '```js\nexport function handle() { return 1; }\n```',
  'Fails: duplicates',
  '## Debrief',
  'So.',
];
