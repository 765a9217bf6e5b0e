import GithubSlugger from 'github-slugger';

/** Gives out names that are unique within one document. */
export class Identity {
  readonly #slugger = new GithubSlugger();
  readonly #prefix: string;
  #details = 0;

  /** With a prefix, names are unique among the documents that are put together into one. */
  constructor(prefix = '') {
    this.#prefix = prefix;
  }

  /** The fragment that GitHub would give a heading. */
  headingId(title: string): string {
    return this.#prefix + this.#slugger.slug(title);
  }

  detailsKey(): string {
    this.#details += 1;
    return `${this.#prefix}details-${this.#details}`;
  }
}
