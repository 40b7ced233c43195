import type { FoundBlock } from './blocks.ts';

/** Short lines that pages put between paragraphs; the whole line, but for what they lead to. */
const INSERTED =
  /^(?:read (?:more|also|next|the full)|also read|see also|related(?: (?:story|stories|articles?|coverage|content|topics?|news))?|more (?:on this|from|stories|coverage)|watch(?: (?:live|now|the video))?|listen(?: now)?|don['’]t miss|recommended|trending|most (?:read|popular)|advertis(?:e)?ment|ad|sponsored(?: content)?|(?:story|article) continues (?:below|after)|continue reading|scroll (?:down )?to continue|sign up|subscribe|log ?in|follow (?:us|me)|join (?:us|the conversation)|share(?: this)?(?: (?:article|story|on))?|tweet|e-?mail(?: this)?|print(?: this)?|save|comments?(?: \(\d+\))?|\d+ comments?|add (?:a )?comment|leave a (?:comment|reply)|view comments|copy link|tags?|filed under|topics?|posted in|categories|back to top|skip to|click here|download the app|get the app|newsletter|support us|donate|all rights reserved|copyright|©|\(c\)|image (?:credit|source|caption)|photo(?:graph)?(?: (?:credit|by))|getty images|loading|lire aussi|à lire aussi|a lire aussi|voir aussi|publicité|la suite après|partager|s['’]abonner|lesen sie auch|mehr zum thema|anzeige|werbung|teilen|zum thema|lea también|lee también|le puede interesar|publicidad|compartir|leia (?:também|mais)|publicidade|compartilh\w+|leggi anche|pubblicità|condividi|lees ook|advertentie|czytaj (?:także|też|więcej)|zobacz (?:także|też)|reklama|читайте (?:также|ещё|по теме)|реклама|поделиться|ayrıca oku|ilgili haber(?:ler)?|reklam|paylaş|اقرأ (?:أيضا|أيضًا)|إعلان|شارك|相关阅读|相關新聞|広告|関連記事|관련기사|광고)(?=$|[\s:：.,…!?»>→|(\-–—])/iu;

/** Headings behind which the article is over: comments, references, further stories. */
const CLOSING =
  /^(?:\d+\s+)?(?:comments?|reader comments|comments? on\b.*|\d+ (?:comments?|responses?|thoughts on\b.*|replies)|responses?|leave a (?:comment|reply)|join the (?:conversation|discussion)|related(?: \w+){0,2}|more (?:from|on|in|stories)\b.*|you (?:may|might) (?:also )?(?:like|be interested)\b.*|recommended(?: for you)?|read (?:more|next)|up next|most (?:read|popular|viewed|commented)|trending(?: now)?|latest (?:news|stories|posts|articles)|top stories|editors?['’]? picks|popular (?:now|posts|stories)|about the authors?|share this(?: \w+)?|newsletter|references|notes|footnotes|external links|citations|further reading|see also|bibliography|sources|recent posts|archives?|categories|tags|kommentare|kommentieren|mehr zum thema|einzelnachweise|weblinks|commentaires|réactions|sur le même sujet|à lire aussi|notes et références|liens externes|comentarios|te puede interesar|noticias relacionadas|referencias|enlaces externos|comentários|notícias relacionadas|referências|commenti|articoli correlati|note|collegamenti esterni|комментарии|примечания|ссылки|читайте также|по теме|yorumlar|ilgili haberler|kaynakça|komentarze|przypisy|التعليقات|مراجع)\s*(?:\(\d+\)|\[edit\])?[:.…]?$/iu;

/** Those among them behind which readers have their say, at whatever length. */
const COMMENTS = /comment|respon|repl|conversation|discussion|kommenti?|réaction|комментар|yorum|komentarz|تعليق/i;

/** What a page's scripts left for each other, in an element that style sheets hide. */
const DATA = /^\{\s*"[\w-]+"\s*:/;
/** "Last updated on: 16 September 2019, 7:36 PM". */
const STAMP = /^(?:(?:first|last|originally) )?(?:published|updated|posted|modified)\b.{0,50}\b(?:19|20)\d\d\b.{0,20}$/i;

/** Whether a line is none of the text: what leads elsewhere, asks for something, or holds no word at all. */
export function isInserted(block: FoundBlock): boolean {
  const { line } = block;
  if (DATA.test(line) || STAMP.test(line)) return true;
  if (block.length > 160 || block.level === 1) return false;
  // Times, numbers of shares, dashes; in a table they are what it is about.
  if (!/\p{L}{2}|\uFFFC/u.test(line.replace(/\b[ap]m\b/gi, ''))) return !/^T[DH]$/i.test(block.element.tagName);
  if (!INSERTED.test(line)) return false;
  // "Read more: …" leads to a title; a sentence that only begins so ("Watch the river…") ends like one and links nowhere.
  return block.length < 40 || block.linked > 0.3 || /^[^:：]{2,30}[:：]/.test(line) || !/[.!?。]["”’]?$/.test(line);
}

/** How surely the article is over behind a heading: `comments` follow, or something else; null where it goes on. */
export function closes(heading: FoundBlock): 'comments' | 'other' | null {
  const { line } = heading;
  if (heading.level < 2 || !CLOSING.test(line)) return null;
  return COMMENTS.test(line) ? 'comments' : 'other';
}
