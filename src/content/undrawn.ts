import { withClaims } from '../domain/claims.ts';

/** A text of a simulated question as it reads before anything is drawn, with gaps for what a showing fills in. */
export function undrawn(markdown: string): string {
  return withClaims(markdown, () => '…');
}
