export interface Shrunk<Item> {
  /** What is left, in the order of the list: it fails, and with any one of it taken away it doesn't. */
  readonly kept: readonly Item[];
  /** How often `fails` was asked. */
  readonly runs: number;
}

/**
 * The few of a list that still fail. Halves are tried first, then what is left without each part, in ever smaller parts: ddmin,
 * from Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", IEEE TSE 28 (2002). `fails` must always
 * answer the same for the same items. Undefined when the list as a whole doesn't fail.
 */
export function shrink<Item>(
  list: readonly Item[],
  fails: (items: readonly Item[]) => boolean,
): Shrunk<Item> | undefined {
  const answers = new Map<string, boolean>();
  const isFailing = (places: Places) => {
    const key = places.join();
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = fails(places.map((place) => list[place] as Item));
    answers.set(key, answer);
    return answer;
  };
  const all = list.map((_, place) => place);
  if (!isFailing(all)) return undefined;
  // A search that starts from everything finds last what is often so: none of it matters.
  const few = isFailing([]) ? [] : oneByOne(deltaDebugged(all, isFailing), isFailing);
  return { kept: few.map((place) => list[place] as Item), runs: answers.size };
}

type Places = readonly number[];
type IsFailing = (places: Places) => boolean;

function deltaDebugged(all: Places, isFailing: IsFailing): Places {
  let kept = all;
  let parts = 2;
  while (kept.length > 1) {
    const chunks = split(kept, parts);
    const chunk = chunks.find(isFailing);
    const rest = chunk ?? chunks.map((each) => without(kept, each)).find(isFailing);
    if (rest) {
      parts = chunk ? 2 : Math.max(parts - 1, 2);
      kept = rest;
    } else {
      if (parts >= kept.length) break;
      parts = Math.min(2 * parts, kept.length);
    }
  }
  return kept;
}

/** Takes away what can be taken away alone, until nothing can. */
function oneByOne(places: Places, isFailing: IsFailing): Places {
  let kept = places;
  for (;;) {
    const fewer = kept.map((place) => without(kept, [place])).find(isFailing);
    if (!fewer) return kept;
    kept = fewer;
  }
}

function split(places: Places, parts: number): Places[] {
  return Array.from({ length: parts }, (_, part) =>
    places.slice(
      Math.floor((part * places.length) / parts),
      Math.floor(((part + 1) * places.length) / parts),
    ),
  );
}

function without(places: Places, taken: Places): Places {
  const gone = new Set(taken);
  return places.filter((place) => !gone.has(place));
}
