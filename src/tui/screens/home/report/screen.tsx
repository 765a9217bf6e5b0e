import { Text, useInput } from 'ink';
import { useCallback, useEffect, useReducer } from 'react';
import { type Canvas, useSize } from '../../canvas.ts';
import { type ReportState, reportFrame, updateReport } from './state.ts';

interface ReportProps {
  readonly initial: ReportState;
  /** Prints the report anew for a width. */
  readonly print: (columns: number) => Promise<readonly string[]>;
  readonly canvas: Canvas;
  readonly finish: (code: 0 | 130) => void;
}

/** A report to scroll through; drawn anew for every width. */
export function Report({ initial, print, canvas, finish }: ReportProps) {
  const [state, dispatch] = useReducer(updateReport, initial);
  const { size, printedFor, done } = state;
  const resize = useCallback((size: ReportState['size']) => dispatch({ type: 'resize', size }), []);
  useInput((input, key) => dispatch({ type: 'press', input, key }));
  useSize(canvas, resize);
  useEffect(() => {
    if (size.columns === printedFor) return;
    let isWanted = true;
    print(size.columns).then((lines) => {
      if (isWanted) dispatch({ type: 'printed', lines, printedFor: size.columns });
    });
    return () => {
      isWanted = false;
    };
  }, [size.columns, printedFor, print]);
  useEffect(() => {
    if (done !== undefined) finish(done);
  }, [done, finish]);
  return <Text>{reportFrame(state).join('\n')}</Text>;
}
