/** What `growth.mjs` measures, bundled by it. */
export { compare } from '../../src/compare/compare.ts';
export { parseDraft } from '../../src/draft/parse-draft.ts';
export { jsonReport } from '../../src/report/json.ts';
export { measureFor, shownTexts } from '../../src/report/measure.ts';
export { plainPainter } from '../../src/report/paint.ts';
export { textReport } from '../../src/report/text.ts';
