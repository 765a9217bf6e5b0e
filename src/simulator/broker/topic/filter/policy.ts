import type { AddressBlock } from './address.ts';

/** A value in a message that a filter can look at. */
export type Scalar = string | number | boolean | null;

/** A filter policy that has been read. A message matches when all keys do, and one branch of each `$or`. */
export interface FilterPolicy {
  readonly keys: readonly KeyRule[];
  readonly alternatives: readonly (readonly FilterPolicy[])[];
}

/** One value at the key must meet one of the conditions. */
export interface KeyRule {
  /** The key; nested ones joined with dots, as the service does it. */
  readonly key: string;
  readonly conditions: readonly Condition[];
}

export type Condition =
  | { readonly kind: 'equals'; readonly value: Scalar }
  | { readonly kind: 'prefix'; readonly text: string }
  | { readonly kind: 'suffix'; readonly text: string }
  | { readonly kind: 'equals-ignore-case'; readonly text: string }
  | { readonly kind: 'anything-but'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'numeric'; readonly bounds: readonly Bound[] }
  | { readonly kind: 'exists'; readonly expected: boolean }
  | { readonly kind: 'cidr'; readonly block: AddressBlock };

export const COMPARISONS = ['=', '<', '<=', '>', '>='] as const;

export interface Bound {
  readonly comparison: (typeof COMPARISONS)[number];
  readonly than: number;
}
