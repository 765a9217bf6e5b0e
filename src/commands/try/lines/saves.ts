/** Calls back after each save of a file, until what it gives is called. */
export type Watch = (path: string, onSaved: () => void) => () => void;

/** The saves of a program: one that comes while nobody waits, as during a judgement, is not lost. */
export class Saves {
  readonly #watch: Watch;
  #stop: (() => void) | undefined;
  #isSaved = false;
  #wake: () => void = () => undefined;

  constructor(watch: Watch) {
    this.#watch = watch;
  }

  /** Resolves when the file was saved since the last save that was taken. Only whoever asked last is told. */
  next(path: string): Promise<void> {
    this.#stop ??= this.#watch(path, () => {
      this.#isSaved = true;
      this.#wake();
    });
    return new Promise((resolve) => {
      this.#wake = resolve;
      if (this.#isSaved) resolve();
    });
  }

  take(): void {
    this.#isSaved = false;
  }

  /** Hears nothing more until it is asked again: what is written meanwhile is no save. */
  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#isSaved = false;
  }
}
