/** A command that the broker turned down, with the service's own error code. Nothing was changed. */
export class Refusal {
  readonly code: string;
  /** One sentence: what was wrong, with the limit. */
  readonly message: string;

  constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}
