/** What is wrong with a task, and what its author can do. */
export interface Trouble {
  readonly what: string;
  readonly fix: string;
}
