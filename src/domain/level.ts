/** The depth at which an interviewer asks: 1 opens a subject, 2 follows up, 3 digs. */
export type Level = 1 | 2 | 3;
