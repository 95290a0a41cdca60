import { readdirSync, readFileSync } from 'node:fs';

/** The successive drafts of the demo, oldest first. */
const CHAIN: readonly string[] = readdirSync('drafts')
  .filter((name) => /^draft-\d+\.md$/.test(name))
  .sort()
  .map((name) => readFileSync(`drafts/${name}`, 'utf8'));

interface Pair {
  readonly name: string;
  readonly old: string;
  readonly new: string;
}

/** Every draft of the demo with every other, in both directions. */
export const CHAIN_PAIRS: readonly Pair[] = CHAIN.flatMap((old, i) =>
  CHAIN.flatMap((newer, j) => (i === j ? [] : [{ name: `draft ${i + 1} → ${j + 1}`, old, new: newer }])),
);

/** The drafts as they followed each other, and back from the last to the first. */
export const STEPS: readonly Pair[] = CHAIN_PAIRS.filter(({ name }) =>
  /1 → 2|2 → 3|3 → 4|4 → 5|5 → 1/.test(name),
);

/** Texts whose characters are wide, joined, stacked, or written from the right. */
export const SCRIPTS = {
  Chinese: '歐洲理事會歡迎該計劃，並請委員會於六月前提交報告（見附件）。',
  Japanese: '欧州理事会は計画を歓迎し、カタカナｶﾞｷﾞも使う。',
  Korean: '유럽 이사회는 계획을 환영하며 위원회에 보고를 요청한다',
  'Korean in parts': '한국어 문장'.normalize('NFD'),
  Thai: 'คณะมนตรียุโรปยินดีต่อแผนงานและขอให้รายงานผล',
  Arabic: 'يرحب المجلس الأوروبي بالخطة ويدعو المفوضية إلى تقديم تقرير',
  'Arabic with vowels': 'يُرَحِّبُ ٱلْمَجْلِسُ بِٱلْخُطَّةِ',
  Hebrew: 'המועצה האירופית מברכת על התוכנית ומזמינה את הנציבות',
  Hindi: 'यूरोपीय परिषद् योजना का स्वागत करती है क्षत्रिय',
  emoji: '🇪🇺🇺🇦 👩‍👩‍👧‍👦 👍🏽 ⏰ 🚀',
  'emoji made by selectors': '☎\ufe0f 1\ufe0f\u20e3 ❤\ufe0f\u200d🔥 ↔\ufe0f 🏳\ufe0f\u200d🌈',
  'combining marks': 'Le Conseil européen a décidé d’agréer'.normalize('NFD'),
  'wide Latin': 'ＥＵＲＯＰＥＡＮ　ＣＯＵＮＣＩＬ',
  'one long word': 'Überschuldungsstatistik'.repeat(20),
  'a long word without wide characters': `https://example.eu/${'a/'.repeat(150)}`,
} as const;

/** The colours that the program writes, and no others. */
export const SGR = /\u001b\[(?:0|1|2|31;9|36;4)m/g;
