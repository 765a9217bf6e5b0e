/** What is wrong with a filter policy. It never leaves the parser, which makes a refusal of it. */
export class PolicyProblem extends Error {}
