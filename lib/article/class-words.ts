/** How surely a class or id names what stands around articles. */
export type Surrounding = 'comments' | 'firm' | 'gallery' | 'soft' | 'slight';

/**
 * Words of classes and ids, in the languages of the web's makers. A word counts where it stands between ends, spaces, hyphens,
 * underscores or changes of case, and may be written in two ("readmore": "read-more", "ReadMore__link"). A star stands for any end.
 * `firm` is certain enough to be left out even where much prose stands in it; `gallery` too, where an article stands beside it; `soft` is not where most of the page does; `slight` is
 * not where it holds a paragraph worth the name. Lines begin without spaces: these would come with every page.
 */
const LISTS: Readonly<Record<Surrounding, string>> = {
  comments: `comment comments* commentl* commentarea commentb* commentf* commentt* commentw* commentco* usercomments commentaire* comentarios kommentar* yorum* commenti disqus* livefyre respond replies guestbook shoutbox notes postnotes`,
  firm: `share sharing sharebar sharel* sharebuttons sharet* social socialbar socialmedia sociallinks socialicons
addthis* sharedaddy related* relacionad* verwandt* kapcsolodo recirc* readmore readalso
readnext alsoread morestories morenews morefrom moreon morelikethis lireaussi alire lesensie leiamais leiatambem mehrzumthema
seealso upnext nextarticle nextpost nextstory recommend* recomendad*
youmay* mostr* mostpop* mostv* mostc* mostsh* meistgelesen* trending newsletter*
mailinglist signup abone subscribe subscribeb* subscribef* subscriptionb* subscriptionf* subscriptionw*
paywallb* paywallm* paywallo* paywallp* paywallct* cookie* consent* gdpr* qccmp* cmpbox* onetrust*
didomi* breadcrumb* pagination pager pagenav pagelinks postnavigation navlinks navbelow navabove ad ads adv advert* adslot adbox
adunit adcont* adwr* adban* adsby* dfp anzeige werbung publici* pubblicita reklam*
sponsor* outbrain taboola zergnet mgid skiplink skipto visuallyhidden sronly screenreader* a11yhidden
offscreen taglist tagsli* taglinks tagcloud tagsc* articletags posttags topicslist editsection navbox* reflist
references infobox* catlinks hatnote toc sistersitebox noprint ambox tmbox ombox jumplink printfooter authorbio authorbox
authorcard authorinfo authorprofile aboutauthor abouttheauthor* biobox copyright boilerplate sitefooter pagefooter globalfooter
siteheader sitenav globalnav mainnav navbar usermenu liveticker stockticker stockquote* tweetthis clicktotweet
jwplayer`,
  gallery: `galler* galer* photogallery imagegallery picturegallery slideshow* photoset photostrip
bildergalerie fotostrecke diaporama fotogaleri*`,
  soft: `sidebar* rail rightrail rightcol leftrail leftcol aside widget* promo* teaser* modal popup lightbox tooltip flyout
offcanvas masthead banner menu submenu nav navigation footer topbar toolbar utilitybar paywall subscription login popular
latestn* latestp* latests* weather poll polls newsfeed`,
  slight: `tools actions controls headlines carousel slider thumb* tags keywords categories metadata meta postmeta entrymeta
articlemeta postinfo entryinfo articleinfo postdetails articledetails postprofile userprofile userinfo usercard signature byline
author timestamp credit credits rss follow feedback rating vote votes legal disclaimer print emailthis storytools articletools
notice alert flash messagebox error contact donat* supportus membership partner* shop* productcard productbox apppromo appbanner
overlay drawer reaction* quiz survey scoreboard cta calltoaction`,
};

const WORDS = new Map<string, Surrounding>();
/** Beginnings of words, by their first four letters. */
const STEMS = new Map<string, [string, Surrounding][]>();
for (const surrounding of ['comments', 'firm', 'gallery', 'soft', 'slight'] as const) {
  for (const word of LISTS[surrounding].split(/\s+/)) {
    if (!word.endsWith('*')) WORDS.set(word, surrounding);
    else {
      const key = word.slice(0, 4);
      STEMS.set(key, [...(STEMS.get(key) ?? []), [word.slice(0, -1), surrounding]]);
    }
  }
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What is surely the article's own, one whole class or id: one of the first, perhaps one of the second, one of the third ("article-main-body"). */
const WHOSE =
  'article story post entry news content main single page blog body text artikel articulo articolo noticia haber nota texte'.split(' ');
const WHICH = set('article story post main entry inner');
const WHAT = 'body content text copy main full detail contenu cuerpo corpo texto testo inhalt metni icerik'.split(' ');
/** What may stand before it and behind it. */
const BEFORE = set('js c l m o t u g');
const BEHIND = set('text content inner wrapper container');

/** Beginnings of classes that say what a post is about, not what it is ("tag-comments", "has-sidebar"). */
const SUBJECTS = new Set(['tag', 'category', 'cat', 'type', 'format', 'status', 'pageid', 'postid', 'has', 'is', 'with', 'no', 'template']);

const withCaseParted = (name: string) => (name === name.toLowerCase() ? name : name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase());

function isInside(name: string): boolean {
  const lower = name.toLowerCase();
  if (lower === 'content') return true;
  const words = lower.split(/[_-]+/);
  if (words.length > 1 && BEFORE.has(words[0] ?? '')) words.shift();
  if (isWhoseWhat(words.join(''))) return true;
  return words.length > 1 && BEHIND.has(words.at(-1) ?? '') && isWhoseWhat(words.slice(0, -1).join(''));
}

function isWhoseWhat(word: string): boolean {
  for (const whose of WHOSE) {
    if (!word.startsWith(whose)) continue;
    for (const what of WHAT) {
      if (!word.endsWith(what) || word.length < whose.length + what.length) continue;
      if (word.length === whose.length + what.length || WHICH.has(word.slice(whose.length, -what.length))) return true;
    }
  }
  return false;
}

export function soundsInside(names: string): boolean {
  return names.split(/\s+/).some(isInside);
}

/** What the classes and ids of one page say, each read once: pages repeat them. */
export class ClassWords {
  /** How surely whole attributes and single names in them say it, as a place in SURENESS. */
  readonly #whole = new Map<string, number>();
  readonly #single = new Map<string, number>();
  readonly #inside = new Map<string, boolean>();

  /** Whether a class and id name what stands around articles, and how surely. */
  standing(className: string, id: string): Surrounding | null {
    const length = className.length + id.length;
    if (length < 2 || length > 1500) return null;
    const surest = Math.max(this.#surest(className), id === '' ? -1 : this.#surest(id));
    if (surest < 0 || this.#isInside(className) || this.#isInside(id)) return null;
    return SURENESS[surest] ?? null;
  }

  #isInside(names: string): boolean {
    let inside = this.#inside.get(names);
    if (inside === undefined) {
      inside = soundsInside(names);
      this.#inside.set(names, inside);
    }
    return inside;
  }

  #surest(names: string): number {
    const known = this.#whole.get(names);
    if (known !== undefined) return known;
    let surest = -1;
    for (const name of names.split(/\s+/)) {
      let sure = this.#single.get(name);
      if (sure === undefined) {
        sure = surenessOf(name);
        this.#single.set(name, sure);
      }
      if (sure > surest) surest = sure;
    }
    this.#whole.set(names, surest);
    return surest;
  }
}

function meaningOf(word: string): Surrounding | undefined {
  const meant = WORDS.get(word);
  if (meant || word.length < 4) return meant;
  return STEMS.get(word.slice(0, 4))?.find(([stem]) => word.startsWith(stem))?.[1];
}

const SURENESS: readonly Surrounding[] = ['slight', 'soft', 'gallery', 'firm', 'comments'];

/** How surely one name says that something stands around articles; -1 where it does not. */
function surenessOf(name: string): number {
  const words = withCaseParted(name).split(/[_-]+/);
  if (words.length > 1 && SUBJECTS.has(words[0] ?? '')) return -1;
  let surest = -1;
  for (let at = 0; at < words.length; at++) {
    let written = '';
    for (let length = 0; length < 3 && at + length < words.length; length++) {
      written += words[at + length];
      // Readers leave "notes"; "recipe-notes" are the writer's.
      const meant = written === 'notes' && at > 0 ? undefined : meaningOf(written);
      if (meant !== undefined) surest = Math.max(surest, SURENESS.indexOf(meant));
    }
  }
  return surest;
}

const wordsOf = (names: string) => withCaseParted(names).split(/[\s_-]+/);

const DECK = set(
  'standfirst dek deck lead lede leadin intro introduction summary subtitle subhead subheadline subheading chapo chapeau entradilla bajada sommario sottotitolo occhiello vorspann excerpt abstract description spot ingress',
);
const DECK_BELOW = set('title head headline heading');

/** Whether a class or id is that of the lines between a heading and its article. */
export function soundsLikeDeck(names: string): boolean {
  return wordsOf(names).some((word, at, words) => DECK.has(word) || (word === 'sub' && DECK_BELOW.has(words[at + 1] ?? '')));
}

const BODY = set('article story post entry news artikel articulo noticia haber hentry blog content body text');

/** Whether a class or id is that of what holds an article. */
export function soundsLikeBody(names: string): boolean {
  return wordsOf(names).some((word) => BODY.has(word));
}
