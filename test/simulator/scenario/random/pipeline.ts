/** A scenario or a part of it as its file's data; JSON is YAML, too. */
export type Data = Record<string, unknown>;

/** Whom faults may strike. */
export interface Targets {
  readonly consumers: readonly string[];
  /** Producers that send; those who call a service have no messages to lose. */
  readonly producers: readonly string[];
  /** Consumers of queues: the answers to their receives may get lost. */
  readonly receivers: readonly string[];
  /** Consumers that topics push to: they stand still only while they work. */
  readonly pushed: readonly string[];
  /** Consumers that look at a clock. */
  readonly skewed: readonly string[];
  readonly queues: readonly string[];
  /** Queues that may repeat and reorder. */
  readonly standard: readonly string[];
  readonly services: readonly string[];
  /** What can be down for a while: queues, topics, logs, consumers. */
  readonly places: readonly string[];
}

/** Producers, what they send to, and who works it off. */
export interface Pipeline {
  readonly sections: Readonly<Record<string, Data>>;
  readonly targets: Partial<Targets>;
  /** What the operator does. */
  readonly actions?: readonly Data[];
  /** Producers whose items are tried for ever when they fail whenever they are tried. */
  readonly endless?: readonly string[];
  /** What dies at the wrong moment is lost by design. */
  readonly mayLose?: boolean;
}

export function targetsOf(pipelines: readonly Pipeline[]): Targets {
  const all = (kind: keyof Targets) => pipelines.flatMap(({ targets }) => targets[kind] ?? []);
  return {
    consumers: all('consumers'),
    producers: all('producers'),
    receivers: all('receivers'),
    pushed: all('pushed'),
    skewed: all('skewed'),
    queues: all('queues'),
    standard: all('standard'),
    services: all('services'),
    places: all('places'),
  };
}

export function sectionsOf(pipelines: readonly Pipeline[]): Data {
  const all: Record<string, Data> = {};
  for (const { sections } of pipelines)
    for (const [section, parts] of Object.entries(sections))
      all[section] = { ...all[section], ...parts };
  return all;
}
