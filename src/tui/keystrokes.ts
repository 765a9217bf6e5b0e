import type { Key } from 'ink';

interface Keystroke {
  readonly input: string;
  readonly key: Key;
}

/** Keys that were pressed faster than they were read arrive as one text; these are the single ones. */
export function keystrokes(input: string, key: Key): readonly Keystroke[] {
  const characters = [...input];
  if (characters.length < 2 || key.ctrl || key.meta) return [{ input, key }];
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
