import type { FoundBlock } from './blocks.ts';
import { soundsLikeDeck } from './class-words.ts';
import { isAround } from './parts.ts';

/** A block this long says something even where it is no prose. */
const SAYS_SOMETHING = 60;

/** Short lines that pages put between paragraphs; the whole line, but for what they lead to. */
const INSERTED =
  /^(?:read (?:more|also|next|the full)|also read|see also|related(?: (?:story|stories|articles?|coverage|content|topics?|news))?|more (?:on this|from|stories|coverage)|watch(?: (?:live|now|the video))?|listen(?: now)?|don['’]t miss|recommended|trending|most (?:read|popular)|advertis(?:e)?ment|ad|sponsored(?: content)?|(?:story|article) continues (?:below|after)|continue reading|scroll (?:down )?to continue|sign up|subscribe|log ?in|follow (?:us|me)|join (?:us|the conversation)|share(?: this)?(?: (?:article|story|on))?|tweet|e-?mail(?: this)?|print(?: this)?|save|comments?(?: \(\d+\))?|\d+ comments?|add (?:a )?comment|leave a (?:comment|reply)|view comments|copy link|tags?|filed under|topics?|posted in|categories|back to top|skip to|click here|download the app|get the app|newsletter|support us|donate|all rights reserved|copyright|©|\(c\)|image (?:credit|source|caption)|photo(?:graph)?(?: (?:credit|by))|getty images|loading|lire aussi|à lire aussi|a lire aussi|voir aussi|publicité|la suite après|partager|s['’]abonner|lesen sie auch|mehr zum thema|anzeige|werbung|teilen|zum thema|lea también|lee también|le puede interesar|publicidad|compartir|leia (?:também|mais)|publicidade|compartilh\w+|leggi anche|pubblicità|condividi|lees ook|advertentie|czytaj (?:także|też|więcej)|zobacz (?:także|też)|reklama|читайте (?:также|ещё|по теме)|реклама|поделиться|ayrıca oku|ilgili haber(?:ler)?|reklam|paylaş|اقرأ (?:أيضا|أيضًا)|إعلان|شارك|相关阅读|相關新聞|広告|関連記事|관련기사|광고)(?=$|[\s:：.,…!?»>→|(\-–—])/iu;

/** Headings behind which the article is over: comments, references, further stories. */
const CLOSING =
  /^(?:\d+\s+)?(?:comments?|reader comments|comments? on\b.*|\d+ (?:comments?|responses?|thoughts on\b.*|replies)|responses?|leave a (?:comment|reply)|join the (?:conversation|discussion)|related(?: \w+){0,2}|more (?:from|on|in|stories)\b.*|you (?:may|might) (?:also )?(?:like|be interested)\b.*|recommended(?: for you)?|read (?:more|next)|up next|most (?:read|popular|viewed|commented)|trending(?: now)?|latest (?:news|stories|posts|articles)|top stories|editors?['’]? picks|popular (?:now|posts|stories)|about the authors?|share this(?: \w+)?|newsletter|references|notes|footnotes|external links|citations|further reading|see also|bibliography|sources|recent posts|archives?|categories|tags|kommentare|kommentieren|mehr zum thema|einzelnachweise|weblinks|commentaires|réactions|sur le même sujet|à lire aussi|notes et références|liens externes|comentarios|te puede interesar|noticias relacionadas|referencias|enlaces externos|comentários|notícias relacionadas|referências|commenti|articoli correlati|note|collegamenti esterni|комментарии|примечания|ссылки|читайте также|по теме|yorumlar|ilgili haberler|kaynakça|komentarze|przypisy|التعليقات|مراجع)\s*(?:\(\d+\)|\[edit\])?[:.…]?$/iu;

/** Those among them behind which readers have their say, at whatever length. */
const COMMENTS = /comment|respon|repl|conversation|discussion|kommenti?|réaction|комментар|yorum|komentarz|تعليق/i;

const proseIn = (blocks: readonly FoundBlock[]) => blocks.reduce((sum, block) => (block.prose ? sum + block.length : sum), 0);
const lineOf = (block: FoundBlock) => block.text.replace(/\s+/g, ' ').trim();

/** Lists and tables that are links for the most part. */
function linkGroups(blocks: readonly FoundBlock[]): ReadonlySet<Element> {
  const groups = new Map<Element, { length: number; linked: number; items: number }>();
  for (const { group, length, linked } of blocks) {
    if (!group) continue;
    const sum = groups.get(group) ?? { length: 0, linked: 0, items: 0 };
    sum.length += length;
    sum.linked += length * linked;
    sum.items++;
    groups.set(group, sum);
  }
  const wanted = new Set<Element>();
  for (const [group, { length, linked, items }] of groups) {
    const share = linked / length;
    if (share > 0.6 || (share > 0.35 && length / items < 70)) wanted.add(group);
  }
  return wanted;
}

function isInserted(block: FoundBlock): boolean {
  if (block.length > 160 || block.level === 1) return false;
  const line = lineOf(block);
  if (!INSERTED.test(line)) return false;
  // "Read more: …" leads to a title; a sentence that only begins so ("Watch the river…") ends like one and links nowhere.
  return block.length < 40 || block.linked > 0.3 || /^[^:：]{2,30}[:：]/.test(line) || !/[.!?。]["”’]?$/.test(line);
}

/** Takes out of an article's part of the page what is none of its text. The blocks are all that the part holds, in order. */
export function trim(inside: readonly FoundBlock[], heading: FoundBlock | null): FoundBlock[] {
  const links = linkGroups(inside);
  const seen = new Set<string>();
  const kept: FoundBlock[] = [];
  const total = proseIn(inside.filter((block) => !isAround(block)));
  let closed = 0;
  inside.forEach((block, at) => {
    const { level } = block;
    if (closed > 0 && level > 0 && level <= closed && block !== heading) closed = 0;
    if (level > 1 && CLOSING.test(lineOf(block)) && proseIn(kept) > Math.max(250, total * (COMMENTS.test(lineOf(block)) ? 0.1 : 0.5)))
      closed = level;
    if (closed > 0 || isAround(block)) return;
    if (block === heading) {
      kept.push(block);
      return;
    }
    if (block.group && links.has(block.group) && !block.prose) return;
    // A heading that is a link stands over what it names, if that is more than a teaser.
    const leads = level > 1 && (inside[at + 1]?.prose ?? false) && (inside[at + 2]?.prose ?? false);
    if (!leads && (block.linked > 0.6 || (block.linked > 0.4 && block.length < 80 && !endsAsSentence(block)))) return;
    if (isInserted(block)) return;
    const line = lineOf(block);
    if (line.length > 30 && seen.has(line)) return;
    seen.add(line);
    kept.push(block);
  });
  return trimEnds(kept, heading);
}

const isSubstance = (block: FoundBlock) =>
  block.prose ||
  (block.level === 0 && block.length >= SAYS_SOMETHING && block.linked < 0.3) ||
  isListed(block) ||
  isSentence(block) ||
  isCaption(block);
const isCaption = ({ element, linked }: FoundBlock) => linked < 0.3 && /^FIGCAPTION$/i.test(element.tagName);
/** A short paragraph that ends as a sentence does. */
const isSentence = (block: FoundBlock) => block.linked < 0.3 && endsAsSentence(block);
const endsAsSentence = ({ element, text, length }: FoundBlock) =>
  length >= 25 && /^(?:P|BLOCKQUOTE)$/i.test(element.tagName) && /\p{Ll}[.!?。]["”’»)]?\s*$/u.test(text);
const isListed = (block: FoundBlock) => block.group !== null && block.linked < 0.3 && /\p{L}{3}/u.test(block.text);

/** Bylines and dates before the first paragraph, tags and credits behind the last, headings with nothing under them. */
function trimEnds(blocks: readonly FoundBlock[], heading: FoundBlock | null): FoundBlock[] {
  const first = blocks.findIndex((block) => block !== heading && isSubstance(block));
  let last = blocks.length - 1;
  while (last > first && !isSubstance(blocks[last] as FoundBlock)) last--;
  if (first < 0) return heading && blocks.includes(heading) ? [heading] : [];
  return blocks.filter((block, at) => {
    if (block === heading) return true;
    if (at > last) return false;
    if (at < first) return block.level > 0 && block.length > 15 ? true : isDeck(block);
    const next = blocks[at + 1];
    const { level } = block;
    return !(level > 1 && next && next !== heading && next.level > 0 && next.level < level);
  });
}

function isDeck(block: FoundBlock): boolean {
  const { element } = block;
  return block.length >= 25 && block.linked < 0.3 && soundsLikeDeck(`${element.getAttribute('class') ?? ''} ${element.id}`);
}

/** The lines between a heading and the article's body that belong to it: the deck, the standfirst. */
export function deckBetween(blocks: readonly FoundBlock[]): FoundBlock[] {
  return blocks
    .filter((block) => !isAround(block) && block.linked < 0.3 && !/^(?:FIGCAPTION|LI|TD|TH)$/i.test(block.element.tagName))
    .filter((block) => isDeck(block) || block.prose || (block.level > 1 && block.length >= 40))
    .slice(0, 3);
}
