/**
 * Ids are chosen by authors and never derived from content, so that progress survives an edit.
 * They are lower-case words joined by single hyphens: `visibility-timeout`.
 */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function isId(text: string): boolean {
  return text.length <= 80 && ID.test(text);
}
