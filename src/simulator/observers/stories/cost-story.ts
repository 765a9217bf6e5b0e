import { formatMetric } from '../metrics/format.ts';
import type { Report } from '../metrics/report.ts';
import type { Background } from './background.ts';
import type { BillLine } from './bill.ts';
import type { Reason } from './reason.ts';
import { rounded } from './rounded.ts';
import type { Told } from './told.ts';

const MOST_LINES = 6;

/** What the requests on the bill were for. */
export function costStory(report: Report, { bill }: Background): Told {
  const { dollars, sqs, sns, stores } = report.cost;
  const money = (value: number | undefined) => formatMetric(value, 'dollars');
  return {
    lines: [
      `The bill is ${money(dollars)}: ${money(sqs)} for queues, ${money(sns)} for topics, ${money(stores)} for writes to stores.`,
      ...bill.lines.slice(0, MOST_LINES).map(billLine),
    ],
    reason: reasonOf(report, bill.lines),
  };
}

function billLine({ place, action, units, calls, messages, empty }: BillLine): string {
  const load =
    empty > 0
      ? `${count(empty)} of them found nothing`
      : `${perCall(messages / calls)} in each, where 10 fit`;
  const size = units > calls ? `, counted as ${count(units)} for their size` : '';
  return `${count(calls)} calls of ${action} on ${place}: ${load}${size}.`;
}

function reasonOf({ cost }: Report, lines: readonly BillLine[]): Reason | undefined {
  const calls = sum(lines, (line) => line.calls);
  const messages = sum(lines, (line) => line.messages);
  const empty = sum(lines, (line) => line.empty);
  if ((cost.stores ?? 0) > (cost.dollars ?? 0) / 2)
    return {
      why: 'Most of it is paid for writes to stores.',
      help: 'Write less often, or several items in one.',
    };
  if (empty * 2 > calls)
    return {
      why: 'Most calls were receives that found nothing, and each is billed.',
      help: 'Long polling: let a receive wait for up to 20 seconds (waitTime: 20s).',
    };
  if (messages < 2 * (calls - empty))
    return {
      why: 'Nearly every call carried a single message, and a call costs the same with one message as with ten.',
      help: 'Send, receive and delete in batches of up to 10.',
    };
  return undefined;
}

function sum(lines: readonly BillLine[], of: (line: BillLine) => number): number {
  return lines.reduce((total, line) => total + of(line), 0);
}

const count = (value: number) => formatMetric(value, 'count');
const perCall = (messages: number) =>
  rounded(messages) === '1' ? 'one message' : `${rounded(messages)} messages`;
