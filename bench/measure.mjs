import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const bin = resolve(import.meta.dirname, '../bin/swelearn.js');

/** Runs `work` with a directory that is removed afterwards. */
export async function inTemporaryDirectory(work) {
  const directory = mkdtempSync(join(tmpdir(), 'swelearn-bench-'));
  try {
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Milliseconds from spawning a process to its end. */
export function timeProcess(args, env) {
  const started = performance.now();
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('exit', (code) =>
      code === 0
        ? done(performance.now() - started)
        : fail(new Error(`${args.join(' ')} exited with ${code}`)),
    );
  });
}

/** The median of each of several measurements, taken in turns so that the machine's moods touch all alike. */
export async function medians(measurements, rounds) {
  const times = measurements.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, measure] of measurements.entries()) times[index].push(await measure());
  }
  return times.map(median);
}

/** The middle one of the numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Prints a table with its columns aligned; numbers to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => String(row[column]).length)),
  );
  for (const row of rows) {
    console.log(
      `  ${row.map((cell, column) => (column === 0 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]))).join('   ')}`,
    );
  }
}
