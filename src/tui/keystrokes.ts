import type { Key } from 'ink';

interface Keystroke {
  readonly input: string;
  readonly key: Key;
}

/** What ink leaves of a sequence that it has no name for: a function key, a mouse or a focus report. */
const UNKNOWN = /^(?:\[(?:[\d<?][\d;]*[A-Za-z~^$@]|[A-Z])|O[EIMX])$/;

/** Keys that were pressed faster than they were read arrive as one text; these are the single ones. */
export function keystrokes(input: string, key: Key): readonly Keystroke[] {
  const characters = [...input];
  // Ink tells of Escape as a key with Alt.
  if ((key.meta && !key.escape) || UNKNOWN.test(input)) return [];
  if (characters.length < 2 || key.ctrl || key.escape) return [{ input, key }];
  return characters.map((character) => stroke(character, key));
}

/** A character as ink tells of it when it comes alone. */
function stroke(character: string, key: Key): Keystroke {
  const named = {
    ...key,
    return: character === '\r',
    tab: character === '\t',
    backspace: character === '\b',
    delete: character === '\u007f',
  };
  if (named.return || named.tab || named.backspace || named.delete)
    return { input: '', key: named };
  const letter = character < '\u001b' ? String.fromCharCode(character.charCodeAt(0) + 96) : '';
  return letter === ''
    ? { input: character, key: named }
    : { input: letter, key: { ...named, ctrl: true } };
}
