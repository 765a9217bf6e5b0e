import { number } from './format.ts';

const BUYERS = 50_000;
const SEATS = 500;
const SPIKE = 50;
const RATE = BUYERS / SPIKE;
const WORK = 0.02;
const LOADED = 0.2;
const SECTIONS = 40;
const CALLS = 300;
const BATCH = 10;
const ONE_GROUP = BATCH / LOADED;

export const lines: readonly string[] = [
  `\`${number(BUYERS)} / ${SPIKE} s = ${number(RATE)}\` orders a second`,
  `\`${number(RATE)}/s × ${WORK} s = ${RATE * WORK}\` workers are busy`,
  `| nobody is lost at the door | ${number(RATE)} orders a second, for ${SPIKE} s |`,
  `| 0 | read, then write | nothing: more than ${SEATS} are sold |`,
  `When a write takes ${LOADED} s under load, \`${number(RATE)}/s × ${LOADED} s = ${RATE * LOADED}\` of them are open`,
  `ten orders in ${LOADED} s are \`${BATCH} / ${LOADED} s = ${ONE_GROUP}\` a second, and ${number(BUYERS)} take \`${number(BUYERS)} / ${ONE_GROUP} / 60 = ${number(BUYERS / ONE_GROUP / 60, 1)}\` minutes`,
  `Ten orders in a call are ${RATE / BATCH} calls (${number(CALLS * BATCH)} messages a second at most`,
  `10 orders a call: ${RATE / BATCH} calls/s`,
  // The questions.
  `of ${number(BUYERS)}. In calls of ten there are ${RATE / BATCH} a second, and none is refused.`,
  `\`${number(BUYERS)} / (${SECTIONS} × ${ONE_GROUP}) = ${BUYERS / (SECTIONS * ONE_GROUP)}\` s`,
];
