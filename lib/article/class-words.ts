/**
 * Words of classes and ids, in the languages of the web's makers. A word counts where it stands between ends, spaces, hyphens,
 * underscores or a change of case ("relatedStories", "c-related__list").
 */
const between = (words: string) => new RegExp(`(?:^|[\\s_-])(?:${words.replace(/\s+/g, '')})(?=$|[\\s_-])`, 'i');

/** How surely a class or id names what stands around articles. */
export type Surrounding = 'comments' | 'firm' | 'soft' | 'slight';

const COMMENTS = between(`
  comments?|comment(?:list|s?area|box|form|thread|section|wrap|count|container)|usercomments?|commentaires?|comentarios?|kommentare?n?|yorum(?:lar)?|commenti|
  disqus\\w*|livefyre|respond|replies|guestbook|shoutbox|notes`);

/** What is certain enough to be left out even where much prose stands in it. */
const FIRM = between(`
  shar(?:e|ing)|share(?:bar|tools?|links?|buttons?|this)|social|social(?:bar|media|links?|icons?)|addthis\\w*|sharedaddy|
  related|related(?:posts?|stories|content|articles?|links?|news|items?)|relacionad[ao]s|verwandt\\w*|kapcsolodo|recirc\\w*|read-?(?:more|also|next)|also-?read|more-?(?:stories|news|from|on|like-this)|
  lire-?aussi|a-?lire|lesen-?sie|leia-?(?:mais|tambem)|mehr-?zum-?thema|see-?also|up-?next|next-?(?:article|post|story)|
  recommend(?:ed|ations?)?|recomendad[ao]s|you-?may-?(?:also-?)?like|youmaylike|most-?(?:read|popular|viewed|recent|commented|shared)|meistgelesen\\w*|trending|
  newsletter\\w*|mailing-?list|signup|sign-?up|subscri(?:be|bebox|ption)-?(?:box|form|banner|widget|cta|promo)?|paywall-?(?:banner|message|overlay|offer|prompt|cta)|
  cookies?|cookie-?\\w*|consent\\w*|gdpr\\w*|cmp\\d?|onetrust\\w*|didomi\\w*|
  breadcrumbs?|breadcrumb\\w*|pagination|pager|page-?(?:nav|links)|post-?navigation|nav-?(?:links|below|above)|
  ads?|adv|advert\\w*|ad-?(?:slot|box|unit|container|wrapper|banner)|adsbygoogle|dfp|anzeige|werbung|publicit[ey]|pubblicita|publicidad|reklama?|sponsor(?:ed|ship)?|outbrain|taboola|zergnet|mgid|
  skip-?(?:link|to)|visually-?hidden|visuallyhidden|sr-?only|screen-?reader(?:-?text)?|a11y-?hidden|offscreen|
  tag-?list|taglist|tags?-?(?:links|cloud|container)|article-?tags|post-?tags|topics-?list|
  mw-editsection|navbox\\w*|reflist|references|infobox\\w*|catlinks|hatnote|toc|sistersitebox|noprint|vertical-navbox|ambox|tmbox|ombox|mw-jump-link|printfooter|
  author-?(?:bio|box|card|info|profile)|about-?(?:the-?)?author|bio-?box|
  copyright|site-?footer|page-?footer|global-?footer|site-?header|site-?nav|global-?nav|main-?nav|navbar|user-?menu|
  most-read-list|live-?ticker|stock-?(?:ticker|quotes?)|tweet-?this|click-?to-?tweet`);

/** What speaks against an element unless most of the page stands in it. */
const SOFT = between(`
  side-?bar|sidebar\\w*|rail|right-?(?:rail|col)|left-?(?:rail|col)|aside|widget\\w*|promo\\w*|teasers?|modal|popup|pop-?up|lightbox|tooltip|flyout|off-?canvas|
  masthead|banner|menu|sub-?menu|nav|navigation|footer|topbar|top-?bar|toolbar|utility-?bar|paywall|subscription|login|popular|latest-?(?:news|posts|stories)|weather|polls?|newsfeed`);

/** What stands around an article where it holds no paragraph worth the name. */
const SLIGHT = between(`
  tools|actions|controls|headlines|carousel|slider|thumbnails|thumbs|tags|keywords|categories|metadata|meta|(?:post|entry|article)-?(?:meta|info|details)|(?:post|user)-?(?:profile|info|card)|signature|byline|author|timestamp|
  credits?|rss|follow|feedback|rating|votes?|legal|disclaimer|print|email-?this|(?:story|article)-?tools|notice|alert|flash|message-?box|error|contact|donat\\w*|
  support-?us|membership|partner\\w*|shop\\w*|product-?(?:card|box)|app-?(?:promo|banner)|overlay|drawer|reactions?|quiz|survey|scoreboard`);

/** What is surely the article's own, one whole class or id. */
const INSIDE =
  /^(?:(?:js|c|l|m|o|t|u|g)-)?(?:article|story|post|entry|news|content|main|single|page|blog|body|text|artikel|articulo|articolo|noticia|haber|nota|texte)[_-]{0,2}(?:article|story|post|main|entry|inner)?[_-]{0,2}(?:body|content|text|copy|main|full|detail|contenu|cuerpo|corpo|texto|testo|inhalt|metni|icerik)(?:[_-]{1,2}(?:text|content|inner|wrapper|container))?$|^content$/i;

/** Classes that say what a post is about, not what it is ("tag-comments", "category-related"). */
const SUBJECTS = /(?:^|\s)(?:tag|category|cat|type|format|status|page-?id|postid|has|is|with|no|template)-\S+/gi;

export function soundsInside(names: string): boolean {
  return names.split(/\s+/).some((name) => INSIDE.test(name));
}

/** What the classes and ids of one page say, each read once: pages repeat them. */
export class ClassWords {
  readonly #known = new Map<string, Surrounding | null>();

  /** Whether a class and id ("class id") name what stands around articles, and how surely. */
  standing(names: string): Surrounding | null {
    if (names.length < 3 || names.length > 1500) return null;
    const known = this.#known.get(names);
    if (known !== undefined) return known;
    const said = soundsInside(names) ? null : soundsAround(names);
    this.#known.set(names, said);
    return said;
  }
}

function soundsAround(names: string): Surrounding | null {
  const words = names.replace(SUBJECTS, ' ').replace(/([a-z])([A-Z])/g, '$1-$2');
  if (COMMENTS.test(words)) return 'comments';
  if (FIRM.test(words)) return 'firm';
  return SOFT.test(words) ? 'soft' : SLIGHT.test(words) ? 'slight' : null;
}

const DECK =
  /(?:^|[\s_-])(?:standfirst|dek|deck|lead|lede|leadin|intro(?:duction)?|summary|sub-?(?:title|head(?:line|ing)?)|chapo|chapeau|entradilla|bajada|sommario|sottotitolo|occhiello|vorspann|excerpt|abstract|description|spot|ingress)(?=$|[\s_-])/i;

/** Whether a class or id is that of the lines between a heading and its article. */
export function soundsLikeDeck(names: string): boolean {
  return DECK.test(names.replace(/([a-z])([A-Z])/g, '$1-$2'));
}

const BODY =
  /(?:^|[\s_-])(?:article|story|post|entry|news|artikel|articulo|noticia|haber|hentry|blog)(?=$|[\s_-])|(?:^|[\s_-])(?:content|body|text)(?=$|[\s_-])/i;

/** Whether a class or id is that of what holds an article. */
export function soundsLikeBody(names: string): boolean {
  return BODY.test(names.replace(/([a-z])([A-Z])/g, '$1-$2'));
}
