/** Tells that a run has shown this semantic at work. */
export type Show = (id: string) => void;
