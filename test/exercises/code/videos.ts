/** Work that takes longer than the lease. */
export const VIDEOS = `
runFor: 5m
queues: { videos: { visibilityTimeout: 30s } }
stores: { done: {} }
producers: { studio: { sendsTo: videos, arrivals: { constant: 6/min }, count: 12 } }
consumers:
  encoders:
    receivesFrom: videos
    count: 6
    steps: [{ work: { uniform: { min: 20s, max: 80s } } }, { write: done }, delete]
checks: [{ redeliveries: 0 }, { lost: 0 }, { waiting: 0 }, { duplicates: 0 }]
`;
