import type { Dimension } from './figure.ts';

export interface Input {
  readonly dimension: Dimension;
  readonly value: number;
}

/** A dot before it is one of two, as in `{1..40}`. */
const AMOUNT = /(?<![\w-]|(?<!\.)\.)(\$)?(\d+(?:\.\d+)?)(us|ms|s|m|min|h|d|%)?(?!\w|\.\d)/g;
const TIMES: Readonly<Record<string, number>> = {
  us: 1,
  ms: 1e3,
  s: 1e6,
  m: 6e7,
  min: 6e7,
  h: 3.6e9,
  d: 8.64e10,
};
/** What is no input of a run, but a choice of its author or a question about it. */
const NO_INPUTS = ['seed', 'checks', 'alarms', 'reaches'];

/** The amounts that a scenario sets, its remedy included: `20/s` is 20, `1/500` is 500. */
export function inputsOf(yaml: string): Input[] {
  return amountsIn(yaml, (name) => !NO_INPUTS.includes(name));
}

/** The amounts that its checks ask for. */
export function asksOf(yaml: string): Input[] {
  return amountsIn(yaml, (name) => name === 'checks');
}

function amountsIn(yaml: string, wanted: (section: string) => boolean): Input[] {
  const sections = yaml.replace(/(?:^|\s)#.*$/gm, '').split(/\n(?=\w)/);
  return sections
    .filter((section) => wanted(section.trimStart().split(':', 1)[0] ?? ''))
    .flatMap((section) => [...section.matchAll(AMOUNT)].map((match) => input(match)));
}

function input([, money, digits, unit]: RegExpExecArray): Input {
  const value = Number(digits);
  if (money) return { dimension: 'money', value };
  if (unit === '%') return { dimension: 'share', value: value / 100 };
  const size = TIMES[unit ?? ''];
  return size === undefined
    ? { dimension: 'plain', value }
    : { dimension: 'time', value: value * size };
}
