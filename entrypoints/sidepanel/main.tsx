import { render } from 'preact';
import { browser } from 'wxt/browser';
import { KIND_HEADINGS, PanelView, type Place } from '#components/cast/index.ts';
import { MAP_STYLE } from '#components/map/index.ts';
import { WordsContext } from '#components/words/index.ts';
import { type CastMember, castAsCsv, castAsMarkdown } from '#lib/cast/index.ts';
import type { Words } from '#lib/words/index.ts';
import { askPage, type Tab, tabBehind, watchPages } from '../tab/standing.ts';
import { browserWords, speak } from '../words/browser-words.ts';
import { fileName, saveText } from './files.ts';
import { type CastMap, introductionOf, type Listing, listTab, type MapSize, mapOf, mapSizeIn, withLeads } from './page.ts';

/** The panel: follows the tab beside it, lists its article, leads to the mentions. */
class Panel {
  readonly #root: HTMLElement;
  readonly #words: Words;
  #tab: Tab | null = null;
  #listing: Listing;
  #map: CastMap | null = null;
  /** The size that its map has, or is to have. */
  #mapSize: MapSize = mapSizeIn(innerWidth);
  /** All places are to be seen, not only where most lie together. */
  #wide = false;
  #place: Place | null = null;
  #notice = '';
  /** Grows with each look: an answer to an earlier one is dropped. */
  #look = 0;

  constructor(root: HTMLElement, words: Words) {
    this.#root = root;
    this.#words = words;
    this.#listing = { page: null, title: '', cast: null, reason: words.say('standing_asking') };
    const follow = () => void this.follow(false);
    browser.tabs.onActivated.addListener(follow);
    browser.tabs.onUpdated.addListener((id: number, change: { status?: string | undefined }) => {
      if (id === this.#tab?.id && change.status === 'complete') follow();
    });
    document.addEventListener('visibilitychange', () => !document.hidden && follow());
    addEventListener('resize', () => void this.#resized());
    watchPages((id) => id === this.#tab?.id && void this.follow(true));
  }

  /** Looks at the tab beside the panel, and lists it anew where its article is another, or the page `told` that it stands otherwise. */
  async follow(told: boolean): Promise<void> {
    const look = ++this.#look;
    const tab = await tabBehind().catch(() => null);
    const state = tab && (await askPage(tab, { type: 'state' }));
    const isSame = this.#listing.page !== null && tab?.id === this.#tab?.id && state?.article?.page === this.#listing.page;
    if (look !== this.#look || (isSame && !told)) return;
    const listing = await listTab(tab, this.#words);
    if (look !== this.#look) return;
    this.#tab = tab;
    // Of the same article only the choice of names can be another: the reader stays where they are in the list.
    const isOther = listing.page === null || listing.page !== this.#listing.page;
    this.#listing = isOther ? listing : { ...listing, cast: withLeads(listing.cast, this.#listing.cast) };
    if (isOther) {
      this.#map = null;
      this.#wide = false;
      this.#place = null;
      this.#notice = '';
    }
    this.draw();
    await this.#fill(this.#listing);
  }

  /** The map, and what the article says of those whom only it knows: they come after the list. */
  async #fill({ cast, page }: Listing): Promise<void> {
    if (!cast || page === null) return;
    const map = await mapOf(cast, this.#mapSize, !this.#wide);
    if (this.#listing.page !== page) return;
    this.#map = map;
    this.draw();
    for (const { key, entry, kind, mentions, lead: known } of cast.members) {
      const [first] = mentions;
      if (entry !== null || kind !== 'person' || first === undefined || known) continue;
      const lead = await introductionOf(page, first);
      const now = this.#listing.cast;
      if (this.#listing.page !== page || !now) return;
      if (!lead) continue;
      const members = now.members.map((member) => (member.key === key ? { ...member, lead } : member));
      this.#listing = { ...this.#listing, cast: { ...now, members } };
      this.draw();
    }
  }

  draw(): void {
    const { cast, reason, title } = this.#listing;
    render(
      <WordsContext value={this.#words}>
        <PanelView
          title={title}
          cast={cast}
          reason={reason}
          map={this.#map?.map ?? null}
          beyond={this.#map?.beyond ?? 0}
          wide={this.#wide}
          onWiden={(wide) => void this.#widen(wide)}
          mapSize={this.#mapSize}
          place={this.#place}
          notice={this.#notice}
          onJump={(member, at) => void this.#jump(member, at)}
          onBack={() => void this.#back()}
          onCopy={() => void this.#copy()}
          onSave={(what) => this.#save(what)}
        />
      </WordsContext>,
      this.#root,
    );
  }

  /** Has the map drawn for the width that the panel has now. */
  async #resized(): Promise<void> {
    const size = mapSizeIn(innerWidth);
    const { cast } = this.#listing;
    if (size.width === this.#mapSize.width) return;
    this.#mapSize = size;
    if (!cast) return;
    const map = await mapOf(cast, size, !this.#wide);
    if (this.#mapSize !== size || this.#listing.cast !== cast) return;
    this.#map = map;
    this.draw();
  }

  async #widen(wide: boolean): Promise<void> {
    const { cast, page } = this.#listing;
    const map = cast && (await mapOf(cast, this.#mapSize, !wide));
    if (this.#listing.page !== page || !map) return;
    this.#map = map;
    this.#wide = wide;
    this.draw();
  }

  async #jump(member: CastMember, at: number): Promise<void> {
    const mention = member.mentions[at];
    if (!this.#tab || mention === undefined) return;
    const { say, number } = this.#words;
    const state = await askPage(this.#tab, { type: 'show-mention', mention });
    const isThere = state?.current === mention;
    if (isThere) this.#place = { member: member.key, at };
    this.#notice = isThere ? say('panel_went', member.name, number(at + 1), number(member.mentions.length)) : say('panel_gone');
    this.draw();
  }

  async #back(): Promise<void> {
    if (this.#tab) await askPage(this.#tab, { type: 'go-back' });
    this.#place = null;
    this.#notice = '';
    this.draw();
    this.#root.querySelector('input')?.focus();
  }

  #markdown(): string {
    const { cast, title } = this.#listing;
    const { say } = this.#words;
    if (!cast) return '';
    const kinds = {
      person: say(KIND_HEADINGS.person),
      organisation: say(KIND_HEADINGS.organisation),
      group: say(KIND_HEADINGS.group),
      place: say(KIND_HEADINGS.place),
      thing: say(KIND_HEADINGS.thing),
    };
    return castAsMarkdown(
      cast,
      { title: title || say('popup_open_panel'), address: this.#tab?.url ?? '' },
      { kinds, dates: say('panel_dates') },
    );
  }

  async #copy(): Promise<void> {
    const copied = await navigator.clipboard.writeText(this.#markdown()).then(
      () => true,
      () => false,
    );
    this.#notice = this.#words.say(copied ? 'panel_copied' : 'not_copied');
    this.draw();
  }

  #save(what: 'markdown' | 'csv'): void {
    const { cast, title } = this.#listing;
    if (!cast) return;
    if (what === 'csv') saveText(castAsCsv(cast), fileName(title, 'csv'), 'text/csv');
    else saveText(this.#markdown(), fileName(title, 'md'), 'text/markdown');
  }
}

const root = document.getElementById('root');
if (root) {
  const words = browserWords();
  speak(words, `Dramatis: ${words.say('popup_open_panel')}`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(MAP_STYLE);
  document.adoptedStyleSheets = [sheet];
  const panel = new Panel(root, words);
  panel.draw();
  void panel.follow(false);
}
