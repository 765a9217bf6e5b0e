import type { LinkTarget } from './ast.ts';
import { sanitize } from './sanitize.ts';

/** What an address points at; undefined for schemes that a reader has no use for, such as `javascript:`. */
export function linkTarget(href: string): LinkTarget | undefined {
  const address = href.trim();
  if (address === '') return undefined;
  if (address.startsWith('#')) return { kind: 'heading', id: unescapePath(address.slice(1)) };
  if (/^(https?|mailto|ftp):/i.test(address)) return { kind: 'web', url: address };
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return undefined;
  return { kind: 'file', path: unescapePath(address) };
}

function unescapePath(path: string): string {
  try {
    return sanitize(decodeURIComponent(path)).replace(/\s+/g, ' ');
  } catch {
    return path;
  }
}
