import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { declarationsFor } from '../../../src/exercises/code/index.ts';
import { scenarioOf } from './judged.ts';
import { ORDERS } from './orders.ts';

const API = readFileSync(join(import.meta.dirname, '../../../content/exercises-api.d.ts'), 'utf8');

const HANDLER = `/** @type {import('./exercise').Handle} */
export async function handle(message, { ledger, payments, work, sleep, log, transaction, 'orders-dlq': dlq }) {
  const beat = setInterval(() => message.extend(30), 10_000);
  await payments.call({ timeout: 100 });
  if ((await ledger.get(message.id))?.done) await dlq.send(message.body, { attributes: { why: 'done' } });
  await transaction((tx) => {
    tx.booked.putIfAbsent(message.id, { at: Date.now() });
    tx.ledger.add('total');
  });
  clearInterval(beat);
  log(crypto.randomUUID(), await work(), await sleep(5));
  await message.delete();
}
`;

const WRITER = `/** @type {import('./exercise').Write} */
export function message(item) {
  return { messageGroupId: item.body, messageDeduplicationId: item.id };
}
`;

/** What an editor would mark in a program that lies beside its declarations. */
function marks(program: string, declarations: string): string[] {
  const files = new Map([
    ['/virtual/program.js', program],
    ['/virtual/exercise.d.ts', declarations],
    ['/virtual/exercises-api.d.ts', API],
  ]);
  const options: ts.CompilerOptions = {
    allowJs: true,
    checkJs: true,
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, directoryExists } = host;
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.directoryExists = (name) => name === '/virtual' || directoryExists?.(name) === true;
  host.getSourceFile = (name, version) => {
    const text = host.readFile(name);
    return text === undefined ? undefined : ts.createSourceFile(name, text, version);
  };
  const compiled = ts.createProgram(
    ['/virtual/program.js', '/virtual/exercises-api.d.ts'],
    options,
    host,
  );
  return ts
    .getPreEmitDiagnostics(compiled)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('an editor', () => {
  const scenario = scenarioOf(ORDERS);

  it('knows everything that a handler is given', () => {
    expect(marks(HANDLER, declarationsFor(scenario, 'consumer'))).toEqual([]);
  });

  it('knows what a producer’s program gets and gives', () => {
    expect(marks(WRITER, declarationsFor(scenario, 'producer'))).toEqual([]);
  });

  it('marks a call that no store has, and a store that isn’t there', () => {
    const wrong = HANDLER.replace("tx.ledger.add('total')", 'tx.payments.add()').replace(
      'ledger.get(',
      'ledger.fetch(',
    );
    const found = marks(wrong, declarationsFor(scenario, 'consumer')).join('\n');
    expect(found).toMatch(/'fetch' does not exist/);
    expect(found).toMatch(/'payments' does not exist/);
  });
});
