import { RATINGS, type Rating, ratingNames } from '../../domain/rating.ts';

interface RatingKey {
  readonly keys: readonly string[];
  readonly does: string;
  readonly press: { readonly type: 'rate'; readonly rating: Rating };
}

/** 1 to 4, wherever an answer is rated. */
export const ratingKeys: readonly RatingKey[] = RATINGS.map((rating) => ({
  keys: [String(rating)],
  does: `rate ${ratingNames[rating]}`,
  press: { type: 'rate', rating },
}));
