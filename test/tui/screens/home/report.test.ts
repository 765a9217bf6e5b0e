import { describe, expect, it } from 'vitest';
import {
  type ReportState,
  reportFrame,
  reportState,
  updateReport,
} from '../../../../src/tui/screens/home/report/state.ts';
import { type Named, pressed } from '../pressed.ts';

const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
const open = updateReport(reportState({ columns: 40, rows: 12 }, 'mono'), {
  type: 'printed',
  lines,
  printedFor: 40,
});
const press = (state: ReportState, input: string, ...names: Named[]) =>
  updateReport(state, { type: 'press', input, key: pressed(...names) });
const first = (state: ReportState) => reportFrame(state)[0];

describe('a report', () => {
  it('fills the screen but for its last row', () => {
    const frame = reportFrame(open);
    expect(frame).toHaveLength(11);
    expect(frame[0]).toBe('line 0');
    expect(frame.at(-1)).toContain('↓ 21 more');
  });

  it.each<[string, Named[], string]>([
    ['j', [], 'line 1'],
    [' ', [], 'line 9'],
    ['G', [], 'line 21'],
    ['jjj', [], 'line 3'],
    ['', ['pageDown'], 'line 8'],
    ['k', [], 'line 0'],
  ])('%j with %j scrolls to %s', (input, names, line) => {
    expect(first(press(open, input, ...names))).toBe(line);
  });

  it.each<[string, Named[], number | undefined]>([
    ['q', [], 0],
    ['', ['escape'], 0],
    ['', ['return'], 0],
    ['c', ['ctrl'], 130],
    ['x', [], undefined],
  ])('%j with %j ends it with %j', (input, names, code) => {
    expect(press(open, input, ...names).done).toBe(code);
  });

  it('stays within its lines when the screen grows or fewer are printed', () => {
    const end = press(open, 'G');
    const high = updateReport(end, { type: 'resize', size: { columns: 40, rows: 33 } });
    expect(first(high)).toBe('line 0');
    const short = updateReport(end, { type: 'printed', lines: ['one'], printedFor: 40 });
    expect(first(short)).toBe('one');
  });
});
