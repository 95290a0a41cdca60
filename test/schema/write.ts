import { writeFileSync } from 'node:fs';
import { CONTRACTS, schemaOf } from './generate.ts';

for (const { type, file } of CONTRACTS) writeFileSync(file, schemaOf(type));
