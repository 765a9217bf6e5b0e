import type { Key } from 'ink';

export type Named = {
  [Name in keyof Key]-?: Key[Name] extends boolean ? Name : never;
}[keyof Key];

/** A key as ink tells of it: which of the named keys and modifiers were down. */
export function pressed(...names: readonly Named[]): Key {
  const up: Key = {
    upArrow: false,
    downArrow: false,
    leftArrow: false,
    rightArrow: false,
    pageDown: false,
    pageUp: false,
    home: false,
    end: false,
    return: false,
    escape: false,
    ctrl: false,
    shift: false,
    tab: false,
    backspace: false,
    delete: false,
    meta: false,
    super: false,
    hyper: false,
    capsLock: false,
    numLock: false,
  };
  return { ...up, ...Object.fromEntries(names.map((name) => [name, true])) };
}
