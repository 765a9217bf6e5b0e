import type { ParameterSet } from '../domain/parameter-set.ts';
import type { Database } from '../domain/ports.ts';

/** Parameter sets, each kept once. One object stands for one row, so that what hangs on it can be remembered. */
export class ParameterSets {
  readonly #database: Database;
  readonly #byId = new Map<number, ParameterSet>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The set of an id that a review refers to. */
  get(id: number): ParameterSet {
    const known = this.#byId.get(id);
    if (known) return known;
    const [row] = this.#database.all<{ json: string }>(
      'SELECT json FROM parameter_sets WHERE id = ?',
      id,
    );
    if (!row) throw new Error(`the review log names the parameter set ${id}, which is missing`);
    const set = JSON.parse(row.json) as ParameterSet;
    this.#byId.set(id, set);
    return set;
  }

  /** The id of a set, which is kept when it is new. */
  idOf(set: ParameterSet): number {
    const json = JSON.stringify(set);
    this.#database.run('INSERT INTO parameter_sets (json) VALUES (?) ON CONFLICT DO NOTHING', json);
    const [row] = this.#database.all<{ id: number }>(
      'SELECT id FROM parameter_sets WHERE json = ?',
      json,
    );
    return row?.id ?? 0;
  }
}
