import type { Breach } from '../compare/rules.ts';
import { findingLine } from './history.ts';
import { oneLine } from './visible.ts';

/** One line for each breach: file, rule, finding, place. */
export const breachLine = (path: string, { rule, level, change, link }: Breach): string =>
  `${oneLine(path)}: ${level}: ${rule}: ${findingLine({ change, link })}`;

/** How to go on, for one who means it. */
export const passNote = (rules: readonly string[]): string =>
  `To pass on purpose: CLAUSEDIFF_ALLOW=${rules.join(',')}; rules are set under "rules" in the configuration.`;
