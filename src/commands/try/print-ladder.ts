import { sensibleWidth } from '../study/print-plain.ts';
import { courseNow, type TryGround } from './ground.ts';
import { ladderText } from './ladder-text.ts';

export function printLadder(ground: TryGround): void {
  const lines = ladderText(courseNow(ground), sensibleWidth(ground.host));
  ground.host.stdout.write(`${lines.join('\n')}\n`);
}
