import { type ItemView, PROGRAM_SEEDS, type Program } from './program.ts';
import { attributesOf, textsOf } from './program-values.ts';
import type { Parcel } from './sender.ts';
import type { ActorWorld } from './world.ts';

/**
 * A program in the place of what a producer writes. It writes anew each time an item is sent, as code around a client does;
 * where the client itself repeats what it sent, as an idempotent one does, it is asked once.
 */
export class ProgramParcels {
  readonly #program: Program;
  readonly #world: ActorWorld;
  readonly #seed: number;
  readonly #once: boolean;
  /** What the scenario would send, and how often it was sent. */
  readonly #items = new Map<string, { readonly parcel: Parcel; sendings: number }>();

  constructor(producer: string, program: Program, once: boolean, world: ActorWorld) {
    this.#program = program;
    this.#world = world;
    this.#once = once;
    this.#seed = world.stream(`${producer} program`).below(PROGRAM_SEEDS);
  }

  write(parcel: Parcel): Parcel {
    const known = this.#items.get(parcel.trace);
    if (known && this.#once) return parcel;
    const item = known ?? { parcel, sendings: 0 };
    item.sendings += 1;
    this.#items.set(parcel.trace, item);
    const said = this.#program.address(
      this.#world.calendar.now,
      this.#seed,
      this.#viewOf(item.parcel, item.sendings),
    );
    const { attributes, ...texts } = textsOf(said);
    return {
      ...item.parcel,
      ...texts,
      body: texts.body ?? item.parcel.body,
      attributes: attributesOf(attributes) ?? item.parcel.attributes,
    };
  }

  #viewOf({ trace, body, attributes }: Parcel, attempt: number): ItemView {
    return {
      id: trace,
      number: this.#world.items.numberOf(trace),
      attempt,
      body,
      attributes: Object.fromEntries(
        Object.entries(attributes ?? {}).map(([name, { value }]) => [name, value]),
      ),
    };
  }
}
