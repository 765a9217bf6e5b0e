/** Code keeps its braces: a fence up to its end, a span between equal runs of backticks within a paragraph; else a claim. */
const CODE_OR_CLAIM =
  /(?<=^|\n) {0,3}(`{3,}|~{3,})[^\n]*(?:\n[\s\S]*?)??(?:\n {0,3}\1[`~]*[ \t]*(?=\n|$)|$)|(?<!`)(`+)(?!`)(?:(?!\n\s*\n)[\s\S])*?(?<!`)\2(?!`)|\{\{([^{}\n]*)\}\}/g;

/** The claims in a text, without the braces, in order. */
export function claimsIn(markdown: string): string[] {
  return [...markdown.matchAll(CODE_OR_CLAIM)].flatMap(([, , , claim]) =>
    claim === undefined ? [] : [claim.trim()],
  );
}

/** The text with claims replaced; where there is nothing to put, a claim stays. */
export function withClaims(
  markdown: string,
  replace: (claim: string) => string | undefined,
): string {
  return markdown.replace(
    CODE_OR_CLAIM,
    (whole: string, _fence: unknown, _span: unknown, claim: string | undefined) =>
      claim === undefined ? whole : (replace(claim.trim()) ?? whole),
  );
}
