const ENGLISH = /\b(?:the|and|of|to|in|that|for|with|was|said|from|has|were|have|which|this|by|his|they|been)\b/gi;

function tagOf(value: string | null | undefined): string | null {
  const tag = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(value ?? '')?.[1];
  return tag ? tag.toLowerCase() : null;
}

/** Whether a text reads as English: about every fourth word of English prose is one of these. */
export function readsAsEnglish(text: string): boolean {
  const sample = text.slice(0, 6000);
  const words = sample.match(/\p{L}+/gu)?.length ?? 0;
  return words >= 20 && (sample.match(ENGLISH)?.length ?? 0) / words > 0.12;
}

/**
 * The primary language subtag of an article. A page that declares another language but reads as English is English: templates
 * are often left in the maker's language.
 */
export function articleLanguage(document: Document, text: string): string | null {
  if (readsAsEnglish(text)) return 'en';
  return (
    tagOf(document.documentElement?.getAttribute('lang')) ??
    tagOf(document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content')) ??
    tagOf(document.querySelector('meta[property="og:locale"]')?.getAttribute('content'))
  );
}
