/** 0 done, 1 a check failed, 2 usage or no terminal, 3 state unreadable, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** A failure that the user can do something about: printed as it stands, without a stack trace. */
export class UserError extends Error {
  readonly exitCode: ExitCode;

  /** `message` says what is wrong; `fix`, on a line of its own, what to do. */
  constructor(message: string, fix: string, exitCode: ExitCode = 2) {
    super(fix === '' ? message : `${message}\n    ${fix}`);
    this.name = 'UserError';
    this.exitCode = exitCode;
  }
}
