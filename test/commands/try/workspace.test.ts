import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { openWorkspace, resetWorkspace } from '../../../src/commands/try/workspace.ts';
import type { CodeTask } from '../../../src/domain/exercise.ts';
import { exerciseOf, ready } from '../../exercises/exercise.ts';
import { fakeHost } from '../../fixtures/fake-host.ts';

const STARTER = `/** @type {import('./exercise').Handle} */
export async function handle(message, { work, emails }) {
  await work();
}
`;
const TASK: CodeTask = {
  kind: 'code',
  role: 'consumer',
  part: 'workers',
  starter: STARTER,
  solution: '',
  mistakes: [],
};
const PREPARED = ready(exerciseOf(TASK));
const ID = 'mail-twice';

function opened() {
  const host = fakeHost();
  const open = () => openWorkspace(host, PREPARED, TASK);
  const reset = () => resetWorkspace(host, PREPARED, TASK);
  return { host, open, reset, ...open() };
}

const read = (path: string) => readFileSync(path, 'utf8');

/** An editor that has opened the workspace. */
function editor(directory: string) {
  const settings = ts.parseConfigFileTextToJson('', read(join(directory, 'jsconfig.json'))).config;
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(
    settings,
    ts.sys,
    directory,
    {},
    'jsconfig.json',
  );
  expect(errors).toEqual([]);
  return ts.createLanguageService({
    getScriptFileNames: () => fileNames,
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => directory,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
  });
}

describe('the workspace of an exercise', () => {
  it('holds the file to begin with, and all that an editor needs', () => {
    const { host, directory, program } = opened();
    expect(directory).toBe(join(host.paths.data, 'workspace', ID));
    expect(readdirSync(directory)).toEqual([
      'exercise.d.ts',
      'exercises-api.d.ts',
      'jsconfig.json',
      'mail-twice.js',
    ]);
    expect(read(program)).toBe(STARTER);
  });

  it('lets an editor complete what the program is given, and mark what is wrong', () => {
    const { directory, program } = opened();
    const unmarked = editor(directory);
    expect(unmarked.getSemanticDiagnostics(program)).toEqual([]);
    const wrong = STARTER.replace('await work();', 'emails.fetch(message.); ');
    writeFileSync(program, wrong);
    const marking = editor(directory);
    const at = wrong.indexOf('message.)') + 'message.'.length;
    const names = marking
      .getCompletionsAtPosition(program, at, {})
      ?.entries.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['delete', 'extend', 'approximateReceiveCount']));
    const marks = marking
      .getSemanticDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
    expect(marks.join()).toMatch(/'fetch' does not exist on type 'Store'/);
  });

  it('marks nothing in a program that leaves its types out', () => {
    const { directory, program } = opened();
    writeFileSync(
      program,
      'export async function handle(message, { work }) { await work(message); }',
    );
    expect(editor(directory).getSemanticDiagnostics(program)).toEqual([]);
  });

  it('keeps what the learner wrote, and renews what is ours', () => {
    const { open, program, declarations } = opened();
    writeFileSync(program, 'mine');
    writeFileSync(declarations, 'of an older version');
    open();
    expect(read(program)).toBe('mine');
    expect(read(declarations)).toMatch(/readonly "emails": Store/);
  });

  it('writes nothing when everything is as it should be', () => {
    const { open, directory } = opened();
    const files = () => readdirSync(directory).map((name) => statSync(join(directory, name)).ino);
    const before = files();
    open();
    expect(files()).toEqual(before);
  });

  it('begins anew and keeps each program that was there', () => {
    const { reset, program, directory } = opened();
    writeFileSync(program, 'first');
    expect(reset()).toBe(join(directory, 'mail-twice.1.backup.js'));
    expect(read(program)).toBe(STARTER);
    writeFileSync(program, 'second');
    const backup = reset();
    expect(backup).toBe(join(directory, 'mail-twice.2.backup.js'));
    expect([read(backup ?? ''), read(join(directory, 'mail-twice.1.backup.js'))]).toEqual([
      'second',
      'first',
    ]);
  });

  it('has nothing to keep when the program is gone', () => {
    const { reset, program, directory } = opened();
    rmSync(program);
    expect(reset()).toBeUndefined();
    expect(read(program)).toBe(STARTER);
    expect(readdirSync(directory).filter((name) => name.includes('backup'))).toEqual([]);
  });

  it('keeps no copy of a program that was never touched', () => {
    const { reset, program, directory } = opened();
    expect(reset()).toBeUndefined();
    expect(read(program)).toBe(STARTER);
    expect(readdirSync(directory).filter((name) => name.includes('backup'))).toEqual([]);
  });

  it('says what is in the way of a program', () => {
    const { open, reset, program } = opened();
    rmSync(program);
    mkdirSync(program);
    expect(open).toThrow(/mail-twice\.js is in the way: it is no file\n {4}move it away/);
    expect(reset).toThrow('it is no file');
    rmSync(program, { recursive: true });
    symlinkSync('nowhere', program);
    expect(open).toThrow('it is no file');
  });

  it('says why it can’t be written', () => {
    const host = fakeHost();
    symlinkSync('nowhere', host.paths.data);
    expect(() => openWorkspace(host, PREPARED, TASK)).toThrow(/can't be written: /);
  });
});
