import type { Metas } from './metas.ts';

/** UTF-16 units of a text that are read to know its language. */
const MOST_READ = 6000;

const ENGLISH = /\b(?:the|and|of|to|in|that|for|with|was|said|from|has|were|have|which|this|by|his|they|been)\b/gi;
const FREQUENT: ReadonlySet<string> = new Set(
  'the and of to in that for with was said from has were have which this by his they been'.split(' '),
);

/** Words that are frequent in one language and rare in the others. */
const WORDS: readonly (readonly [string, string])[] = [
  ['fr', 'le la les des du une est et dans que qui pour sur pas avec ont été par plus cette aux'],
  ['de', 'der die das und ist nicht mit von den dem ein eine für auf sich des auch wurde nach im'],
  ['es', 'el la los las de que y en del se por con una para como más pero fue su al'],
  ['pt', 'o a os as de que e em do da não para com uma por mais foi ao dos das'],
  ['it', 'il la di che e in un per della con non una del sono gli nel dei alla anche più'],
  ['nl', 'de het een en van is dat op te in voor met zijn niet aan door ook bij naar werd'],
  ['pl', 'w i na z się że do nie jest to o jak po od za przez oraz który są był'],
  ['tr', 've bir bu da de için ile olarak olan çok daha gibi sonra kadar dedi en ne o'],
  ['sv', 'och att det som en på är av för med den till har inte om ett han var men från'],
  ['ro', 'și de la în cu pe nu că este din un o a fost pentru care mai sunt au prin'],
  ['cs', 'a se na v že je s z to do o k i byl za jsou ve pro jako jeho'],
  ['hu', 'a az és hogy nem is egy meg volt ez csak már még mint de van azt el után szerint'],
  ['id', 'yang dan di dari untuk dengan ini itu pada tidak dalam akan juga oleh telah ke ada'],
  ['az', 'və bu bir ki üçün ilə də olan da edib olub deyib onun daha həm kimi sonra'],
  ['ru', 'и в на что не с по как это из за для был его от о к но они'],
  ['uk', 'і в на що не з та це як до за для був його від про але які є у'],
  ['bg', 'и на да се в за от е че с по не са това като към до при след бе'],
];

/** Scripts that tell a language by themselves, the surer first. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[぀-ヿ]/g],
  ['ko', /[가-힯]/g],
  ['zh', /[㐀-鿿]/g],
  ['hy', /[԰-֏]/g],
  ['ka', /[ა-ჿ]/g],
  ['el', /[Ͱ-Ͽ]/g],
  ['he', /[֐-׿]/g],
  ['th', /[฀-๿]/g],
  ['hi', /[ऀ-ॿ]/g],
  ['fa', /[پچژگکی]/g],
  ['ar', /[؀-ۿ]/g],
];

export function tagOf(value: string | null | undefined): string | null {
  const tag = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(value ?? '')?.[1];
  return tag ? tag.toLowerCase() : null;
}

/** Whether a text reads as English: about every fourth word of English prose is one of these. */
export function readsAsEnglish(text: string): boolean {
  // Most pages are told by their beginning. Words are looked up sooner than an expression is made ready.
  const start = text.slice(0, 1000).toLowerCase().split(' ');
  let known = 0;
  for (const word of start) if (FREQUENT.has(word)) known++;
  if (start.length > 50 && known > start.length * 0.25) return true;
  const sample = text.slice(0, MOST_READ);
  const words = sample.match(/\p{L}+/gu)?.length ?? 0;
  return words >= 20 && (sample.match(ENGLISH)?.length ?? 0) > words * 0.12;
}

/** The language that a text reads as, by its script or its most frequent words; null where neither tells. */
function languageOf(text: string): string | null {
  const sample = text.slice(0, 4000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 60) return null;
  for (const [language, script] of SCRIPTS) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    if (share > (language === 'fa' || language === 'ja' ? 0.06 : 0.4)) return language;
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best: string | null = null;
  let most = 0.13;
  for (const [language, list] of WORDS) {
    const set = new Set(list.split(' '));
    const share = words.filter((word) => set.has(word)).length / words.length;
    if (share > most) {
      best = language;
      most = share;
    }
  }
  return words.length >= 20 ? best : null;
}

/** The language tag that a page declares for itself, region and all ("en-US"); null where it declares none. */
export function declaredLanguage(document: Document, metas: Metas): string | null {
  const inMetas: Parameters<Metas['first']>[0] = ({ element }) =>
    element.getAttribute('http-equiv')?.toLowerCase() === 'content-language' ||
    element.getAttribute('name')?.toLowerCase() === 'language' ||
    element.getAttribute('itemprop') === 'inLanguage';
  const ask = [
    () => document.documentElement?.getAttribute('lang'),
    () => document.documentElement?.getAttribute('xml:lang'),
    () => document.body?.getAttribute('lang'),
    () => metas.first(inMetas),
    () => metas.of('og:locale'),
  ];
  let value: string | null | undefined = null;
  for (const said of ask) {
    value = said();
    if (tagOf(value) !== null) break;
  }
  if (tagOf(value) === null) return null;
  return value ? value.trim().replace('_', '-') : null;
}

/**
 * The primary language subtag of an article. What it reads as comes first: templates are often left in the maker's language.
 * Where that does not tell, what the page declares.
 */
export function articleLanguage(declared: string | null, blocks: readonly { readonly text: string }[]): string | null {
  let text = '';
  for (const block of blocks) {
    if (text.length > MOST_READ) break;
    text += `${block.text} `;
  }
  if (readsAsEnglish(text)) return 'en';
  const own = tagOf(declared);
  const read = languageOf(text);
  // Only a page that claims to be English and is not is contradicted by its words; close relatives are not told apart by them.
  return own === null || own === 'en' ? (read ?? own) : own;
}
