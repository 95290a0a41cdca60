import { withoutUnseen } from './hidden-characters.ts';

/**
 * Folds typography for comparison: the same words set with other quotes, hyphens and blanks are equal.
 * NFC, so that a composed and a decomposed letter are the same. Never used for what is shown.
 */
export function foldTypography(text: string): string {
  if (isPlainAscii(text)) return text;
  return withoutUnseen(text)
    .normalize('NFC')
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u02bc\u2039\u203a]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/\u2026/g, '...')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ');
}

function isPlainAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 126) return false;
  return true;
}
