import type { FoundBlock } from './found.ts';
import { nameOf } from './plain.ts';

/** A first word: up to a space or sign. */
const FIRST = /^[^\s:：.,…!?»>→|(\-–—'’]+/;

/** What may stand behind the first word of a phrase below. */
const BEHIND = " \n('’-·";

/** First words that are remembered: a page may live for days. */
const MOST_MADE = 1000;

/**
 * Beginnings of lines, or whole lines. A browser takes a millisecond or two to make ready an expression of a hundred phrases, so each page has
 * those alone that begin with the first words of its own lines.
 */
class Phrases {
  readonly #text: string;
  readonly #expression: (phrases: string) => RegExp;
  /** For lines that begin with a number. */
  readonly #counted: RegExp;
  readonly #made = new Map<string, RegExp | null>();

  /** `text`: expressions whose first word is written out, each behind a dot; the last is followed by one. */
  constructor(text: string, counted: RegExp, expression: (phrases: string) => RegExp) {
    this.#text = text;
    this.#counted = counted;
    this.#expression = expression;
  }

  match(line: string): boolean {
    const first = line.charCodeAt(0);
    const isCounted = first >= 48 && first <= 57;
    if (isCounted && this.#counted.test(line)) return true;
    const word = (FIRST.exec(isCounted ? line.replace(/^\d+\s+/, '') : line)?.[0] ?? '').toLowerCase();
    let made = this.#made.get(word);
    if (made === undefined) {
      const phrases = this.#beginningWith(word);
      made = phrases.length > 0 ? this.#expression(phrases.join('|')) : null;
      if (this.#made.size >= MOST_MADE) this.#made.clear();
      this.#made.set(word, made);
    }
    return made?.test(line) ?? false;
  }

  #beginningWith(word: string): string[] {
    const phrases: string[] = [];
    // "(c)" begins with no word.
    const wanted = word === '' ? '·\\(' : `·${word}`;
    for (let at = this.#text.indexOf(wanted); at >= 0; at = this.#text.indexOf(wanted, at + 1)) {
      const end = this.#text.indexOf('·', at + 1);
      if (word === '' || BEHIND.includes(this.#text[at + wanted.length] ?? '')) phrases.push(this.#text.slice(at + 1, end).trimEnd());
    }
    return phrases;
  }
}

/** Short lines that pages put between paragraphs; the whole line, but for what they lead to. */
const INSERTED = new Phrases(
  String.raw`·read (?:more|also|next|the full) ·also read ·see also ·related(?: (?:story|stories|articles?|coverage|content|topics?|news))?
·more (?:on this|from|stories|coverage) ·watch(?: (?:live|now|the video))? ·listen(?: now)? ·don't miss ·don’t miss ·recommended
·trending ·most (?:read|popular) ·advertisement ·advertisment ·ad ·sponsored(?: content)? ·story continues (?:below|after)
·article continues (?:below|after) ·continue reading ·scroll (?:down )?to continue ·sign up ·subscribe ·log in ·login
·follow (?:us|me) ·join (?:us|the conversation) ·share(?! of)(?: this)?(?: (?:article|story|on))? ·tweet ·e-mail(?: this)? ·email(?: this)?
·print(?: this)? ·save ·comment(?: \(\d+\))? ·comments(?: \(\d+\))? ·add (?:a )?comment ·leave a (?:comment|reply) ·view comments
·copy link ·tag ·tags ·filed under ·topic ·topics ·keywords ·posted in ·categories ·back to top ·skip to ·click here ·download the app
·get the app ·newsletter ·presented by ·sponsored by ·support us ·donate ·all rights reserved ·copyright ·© ·\(c\) ·image (?:credit|source|caption)
·photo (?:credit|by) ·photograph (?:credit|by) ·getty images ·loading ·no media source ·lire aussi ·à lire aussi ·a lire aussi ·voir aussi ·publicité
·la suite après ·partager ·s'abonner ·s’abonner ·lesen sie auch ·mehr zum thema ·anzeige ·werbung ·teilen ·zum thema ·lea también
·lee también ·le puede interesar ·publicidad ·compartir ·leia (?:também|mais) ·publicidade ·compartilhe ·compartilhar
·compartilhamento ·compartilhamentos ·leggi anche ·pubblicità ·condividi ·lees ook ·advertentie ·czytaj (?:także|też|więcej)
·zobacz (?:także|też) ·reklama ·читайте (?:также|ещё|по теме) ·реклама ·поделиться ·ayrıca oku ·ilgili haber(?:ler)? ·reklam ·paylaş
·اقرأ (?:أيضا|أيضًا) ·إعلان ·شارك ·相关阅读 ·相關新聞 ·広告 ·関連記事 ·관련기사 ·광고 ·`,
  /^\d+ comments?(?=$|[\s:：.,…!?»>→|(\-–—])/i,
  (phrases) => new RegExp(String.raw`^(?:${phrases})(?=$|[\s:：.,…!?»>→|(\-–—])`, 'iu'),
);

/** Headings behind which the article is over: comments, references, further stories. */
const CLOSING = new Phrases(
  String.raw`·comment ·comments ·reader comments ·comment on\b.* ·comments on\b.* ·response ·responses ·leave a (?:comment|reply)
·join the (?:conversation|discussion) ·related(?: \w+){0,2} ·more (?:from|on|in|stories)\b.*
·you (?:may|might) (?:also )?(?:like|be interested)\b.* ·recommended(?: for you)? ·read (?:more|next) ·up next
·most (?:read|popular|viewed|commented) ·trending(?: now)? ·latest (?:news|stories|posts|articles) ·top stories
·editor(?:['’])? picks ·editors(?:['’])? picks ·popular (?:now|posts|stories) ·about the authors? ·share this(?: \w+)? ·newsletter
·references ·notes ·footnotes ·external links ·citations ·further reading ·see also ·bibliography ·sources ·recent posts ·archive
·archives ·categories ·tags ·kommentare ·kommentieren ·mehr zum thema ·einzelnachweise ·weblinks ·commentaires ·réactions
·sur le même sujet ·à lire aussi ·notes et références ·liens externes ·comentarios ·te puede interesar ·noticias relacionadas
·referencias ·enlaces externos ·comentários ·notícias relacionadas ·referências ·commenti ·articoli correlati ·note
·collegamenti esterni ·комментарии ·примечания ·ссылки ·читайте также ·по теме ·yorumlar ·ilgili haberler ·kaynakça ·komentarze
·przypisy ·التعليقات ·مراجع ·`,
  /^(?:\d+\s+)?\d+ (?:thoughts on\b.*|replies)\s*(?:\(\d+\)|\[edit\])?[:.…]?$/i,
  (phrases) => new RegExp(String.raw`^(?:\d+\s+)?(?:${phrases})\s*(?:\(\d+\)|\[edit\])?[:.…]?$`, 'iu'),
);

/** Those among them behind which readers have their say, at whatever length. */
const COMMENTS = /comment|respon|repl|conversation|discussion|kommenti?|réaction|комментар|yorum|komentarz|تعليق/i;

/** What a page's scripts left for each other, in an element that style sheets hide. */
const DATA = /^\{\s*"[\w-]+"\s*:/;
/** "Last updated on: 16 September 2019, 7:36 PM". */
const LONGEST_STAMP = 120;
const STAMP = /^(?:(?:(?:first|last|originally) )?(?:published|updated|posted|modified)\b.{0,50}\b(?:19|20)\d\d\b.{0,20}(?:\n|$))+$/i;

/** Whether a line is none of the text: what leads elsewhere, asks for something, or holds no word at all. */
export function isInserted(block: FoundBlock): boolean {
  const { line } = block;
  if ((line.startsWith('{') && DATA.test(line)) || (line.length <= LONGEST_STAMP && STAMP.test(line))) return true;
  if (block.length > 160 || block.level === 1) return false;
  // Times, numbers of shares, dashes; in a table they are what it is about.
  if (!/[a-z]{3}/i.test(line) && !/\p{L}{2}|\uFFFC/u.test(line.replace(/\b[ap]m\b/gi, ''))) return !/^T[DH]$/.test(nameOf(block.element));
  if (!INSERTED.match(line)) return false;
  // "Read more: …" leads to a title; a sentence that only begins so ("Watch the river…") ends like one and links nowhere.
  return (
    block.length < 40 ||
    block.linked > 0.3 ||
    /rights reserved/i.test(line) ||
    /^[^:：]{2,30}[:：]/.test(line) ||
    !/[.!?。]["”’]?$/.test(line)
  );
}

/** How surely the article is over behind a heading: `comments` follow, or something else; null where it goes on. */
export function closes(heading: FoundBlock): 'comments' | 'other' | null {
  const { line } = heading;
  if (heading.level < 2 || !CLOSING.match(line)) return null;
  return COMMENTS.test(line) ? 'comments' : 'other';
}
