import GithubSlugger from 'github-slugger';

/** Gives out names that are unique within one document. */
export class Identity {
  readonly #slugger = new GithubSlugger();
  #details = 0;

  /** The fragment that GitHub would give a heading. */
  headingId(title: string): string {
    return this.#slugger.slug(title);
  }

  detailsKey(): string {
    this.#details += 1;
    return `details-${this.#details}`;
  }
}
