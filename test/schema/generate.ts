import { createGenerator } from 'ts-json-schema-generator';

/** The public contracts and the files that describe them. */
export const CONTRACTS = [
  { type: 'Comparison', file: 'src/compare/schema/comparison-1.schema.json' },
  { type: 'Chain', file: 'src/compare/schema/chain-1.schema.json' },
] as const;

/** The JSON Schema of a contract, made of its TypeScript type, so that the two never part. */
export function schemaOf(type: (typeof CONTRACTS)[number]['type']): string {
  const generator = createGenerator({
    path: 'src/compare/comparison.ts',
    tsconfig: 'tsconfig.json',
    type,
    skipTypeCheck: true,
    additionalProperties: true,
  });
  return `${JSON.stringify(generator.createSchema(type), null, 2)}\n`;
}
