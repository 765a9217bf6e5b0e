import { number } from './format.ts';

const ASTRAY_IN_30_DAYS = (1_200_000 * 30) / 200_000;

export const lines: readonly string[] = [
  `${number(ASTRAY_IN_30_DAYS / 30)} a day are few enough to be taken for user errors`,
];
