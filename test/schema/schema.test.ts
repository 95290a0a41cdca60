import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { compare, compareAll, parseDraft } from '../../src/index.ts';
import { demoDraft } from '../report/reports.ts';
import { CONTRACTS, schemaOf } from './generate.ts';

const schemaFile = (file: string): object => JSON.parse(readFileSync(file, 'utf8'));
const validatorFor = (file: string) => new Ajv({ strict: false }).compile(schemaFile(file));
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the JSON Schema', () => {
  it.each(CONTRACTS)('of $type says what its type says', ({ type, file }) =>
    expect(schemaFile(file)).toEqual(JSON.parse(schemaOf(type))),
  );

  const isComparison = validatorFor(CONTRACTS[0].file);
  const isChain = validatorFor(CONTRACTS[1].file);

  it.each(readdirSync('fixtures'))('holds for the fixture %s', (name) => {
    const draft = (side: string) => parseDraft(readFileSync(`fixtures/${name}/${side}.md`, 'utf8'), side);
    isComparison(asJson(compare(draft('old'), draft('new'))));
    expect(isComparison.errors).toBeNull();
  });

  it('holds for a chain', () => {
    isChain(asJson(compareAll([1, 2, 3, 4, 5].map((i) => parseDraft(demoDraft(i), `draft-${i}.md`)))));
    expect(isChain.errors).toBeNull();
  });

  it('refuses what is no comparison', () => {
    const comparison = asJson(compare(parseDraft('1. A'), parseDraft('1. B'))) as { links: unknown };
    expect(isComparison({ ...comparison, links: 'none' })).toBe(false);
    expect(isComparison({ ...comparison, schema: 'clausediff/comparison/2' })).toBe(false);
  });
});
