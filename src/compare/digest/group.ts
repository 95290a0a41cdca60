import type { Finding } from './finding.ts';

/** The same change at several places is one; the fullest reading of it comes first. */
export function groupFindings(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  findings.forEach((finding, i) => {
    const key = keyOf(finding) ?? `#${i}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  });
  return [...groups.values()];
}

function keyOf({ lost, gained, clauses, routine }: Finding): string | undefined {
  if (clauses.length > 0 || lost.length + gained.length === 0) return undefined;
  const stems = (words: readonly string[]): string => words.map(stemOf).sort().join(' ');
  return `${stems(lost)}>${stems(gained)}>${routine ?? ''}`;
}

const stemOf = (word: string): string => word.replace(/\d+/g, '#').slice(0, Math.max(4, word.length - 3));
