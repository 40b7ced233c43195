import { type CardActions, type CardMap, type CardNotice, CardView } from '#components/card/index.ts';
import { WordsContext } from '#components/words/index.ts';
import type { LocatorMap } from '#lib/atlas/index.ts';
import type { Card, Quote } from '#lib/card/index.ts';
import { type Box, UNDO_STAYS } from '#lib/page/index.ts';
import type { Words } from '#lib/words/index.ts';
import { CardHost, type Presentation } from './card-host.tsx';
import { copyText } from './clipboard.ts';

/** What a card asks of the rest of the reader. */
export interface DeskOptions {
  readonly words: Words;
  readonly askForCard: (mention: number) => Promise<Card | null>;
  readonly askForEntry: (id: string) => Promise<Card | null>;
  readonly askForMap: (entry: string) => Promise<LocatorMap | null>;
  readonly askForIntroduction: (mention: number) => Promise<Quote | null>;
  /** The name means another entry here, or is not to be marked here; gives the way back. */
  readonly choose: (from: string, to: string | null) => Promise<() => Promise<void>>;
  readonly hideEverywhere: (key: string, name: string) => Promise<() => Promise<void>>;
  /** Has the reader report what a card says of an entry. */
  readonly report: (entry: string, name: string, card: string) => void;
  /** Has the reader write an entry of their own for a name. */
  readonly writeOwn: (name: string) => void;
  /** The reader wants the card gone. */
  readonly onClose: () => void;
  /** The card is to stay for some milliseconds, whatever the pointer does. */
  readonly onStay: (time: number) => void;
}

interface Shown {
  readonly mention: number;
  readonly presentation: Presentation;
  /** The cards that were stepped through, the one that is shown last. */
  readonly trail: readonly Card[];
  readonly notice: CardNotice | null;
}

/** The card that is open: what it shows, where one stepped from it, and what the reader does in it. */
export class CardDesk {
  readonly host = new CardHost();
  readonly #options: DeskOptions;
  /** Maps of the entries that were shown, and of those whose map is on its way. */
  readonly #maps = new Map<string, CardMap>();
  #shown: Shown | null = null;
  #undo: (() => Promise<void>) | null = null;
  #refused = false;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** Its name was hidden from the card itself: it stays without its mark, for Undo. */
  get isRefused(): boolean {
    return this.#refused;
  }

  /** Opens the card of a mention. */
  open(card: Card, mention: number, presentation: Presentation): void {
    this.#undo = null;
    this.#refused = false;
    this.#show({ mention, presentation, trail: [card], notice: null });
    if (card.entry !== null && card.quote === null) void this.#introduce(mention);
  }

  /** Moves the card beside a rectangle. */
  place(anchor: Box): void {
    if (!this.#shown) return;
    this.#shown = { ...this.#shown, presentation: { ...this.#shown.presentation, anchor } };
    this.host.place(anchor);
  }

  /** The mention whose card is open has another number by now. */
  renumber(mention: number): void {
    if (this.#shown) this.#shown = { ...this.#shown, mention };
  }

  close(): void {
    this.#shown = null;
    this.#undo = null;
    this.#refused = false;
    this.host.close();
  }

  #show(shown: Shown): void {
    const card = shown.trail.at(-1);
    if (!card) return;
    this.#shown = shown;
    const content = (
      <WordsContext value={this.#options.words}>
        <CardView
          key={`${shown.trail.length} ${card.key}`}
          card={card}
          canGoBack={shown.trail.length > 1}
          notice={shown.notice}
          map={this.#mapOf(card)}
          actions={this.#actions}
        />
      </WordsContext>
    );
    this.host.open(content, card.name, shown.presentation);
  }

  #mapOf(card: Card): CardMap {
    const entry = card.place && card.entry;
    if (!entry) return null;
    const known = this.#maps.get(entry);
    if (known !== undefined) return known;
    this.#maps.set(entry, 'coming');
    void this.#options.askForMap(entry).then((map) => {
      this.#maps.set(entry, map);
      if (this.#shown?.trail.at(-1)?.entry === entry) this.#show(this.#shown);
    });
    return 'coming';
  }

  /** Adds what the article says, once it has been read for it; by then the card may be another. */
  async #introduce(mention: number): Promise<void> {
    const quote = await this.#options.askForIntroduction(mention);
    const shown = this.#shown;
    const [first, ...stepped] = shown?.trail ?? [];
    if (!quote || !shown || !first || shown.mention !== mention || stepped.length > 0 || shown.notice) return;
    this.#show({ ...shown, trail: [{ ...first, quote }] });
  }

  /** Draws something else in the card that is open. A focus inside it stays inside. */
  #turn(change: (shown: Shown) => Shown): void {
    if (!this.#shown) return;
    const focused = this.host.hasFocus;
    this.#show(change(this.#shown));
    if (focused) this.host.focus();
  }

  /** Draws something else in the card, unless it is closed by now, or shows something else already. */
  #turnFrom(from: Shown, change: (shown: Shown) => Shown): void {
    if (this.#shown?.mention === from.mention && this.#shown.trail.at(-1)?.key === from.trail.at(-1)?.key) this.#turn(change);
  }

  async #step(id: string): Promise<void> {
    const from = this.#shown;
    const card = from && (await this.#options.askForEntry(id));
    if (card) this.#turnFrom(from, (shown) => ({ ...shown, trail: [...shown.trail, card], notice: null }));
  }

  async #choose(to: string): Promise<void> {
    const shown = this.#shown;
    const card = shown?.trail.at(-1);
    if (!shown || !card) return;
    const undo = await this.#options.choose(card.key, to);
    const instead = await this.#options.askForCard(shown.mention);
    this.#did(shown, undo, { did: 'chose', name: instead?.name ?? card.name }, instead ? [instead] : shown.trail);
  }

  async #hide(where: 'here' | 'everywhere'): Promise<void> {
    const shown = this.#shown;
    const card = shown?.trail.at(-1);
    if (!shown || !card) return;
    this.#refused = true;
    const undo = await (where === 'here' ? this.#options.choose(card.key, null) : this.#options.hideEverywhere(card.key, card.name));
    this.#did(shown, undo, { did: where === 'here' ? 'hid-here' : 'hid-everywhere', name: card.name }, shown.trail);
  }

  #did(from: Shown, undo: () => Promise<void>, notice: CardNotice, trail: readonly Card[]): void {
    if (this.#shown?.mention !== from.mention) return;
    this.#undo = undo;
    this.#turn((shown) => ({ ...shown, trail, notice }));
    this.#options.onStay(UNDO_STAYS);
  }

  async #takeBack(): Promise<void> {
    const undo = this.#undo;
    this.#undo = null;
    await undo?.();
    const from = this.#shown;
    const card = from && (await this.#options.askForCard(from.mention));
    if (from) this.#turnFrom(from, (shown) => ({ ...shown, trail: card ? [card] : shown.trail, notice: null }));
  }

  readonly #actions: CardActions = {
    onStep: (id) => void this.#step(id),
    onBack: () => this.#turn((shown) => ({ ...shown, trail: shown.trail.slice(0, -1), notice: null })),
    onClose: () => this.#options.onClose(),
    onCopy: copyText,
    onChoose: (id) => void this.#choose(id),
    onHide: (where) => void this.#hide(where),
    onReport: (text) => {
      const card = this.#shown?.trail.at(-1);
      if (card?.entry) this.#options.report(card.entry, card.name, text);
    },
    onWrite: () => {
      const card = this.#shown?.trail.at(-1);
      if (card) this.#options.writeOwn(card.name);
    },
    onUndo: () => void this.#takeBack(),
  };
}
