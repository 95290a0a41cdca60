/** Two drafts of many clauses, every tenth of which was changed. */
export function manyClauses(count: number): [old: string, now: string] {
  const clause = (i: number, verb: string): string =>
    `${i + 1}. The Council ${verb} the report on item ${i * 7919} and asks body ${i} to act by ${2020 + (i % 20)}.\n`;
  const draft = (verb: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => clause(i, verb(i))).join('\n');
  return [draft(() => 'welcomes'), draft((i) => (i % 10 === 0 ? 'takes note of' : 'welcomes'))];
}
