import type { Follow } from '#lib/page/index.ts';
import type { ArticleRequest } from '#lib/protocol/index.ts';
import { tell } from '../reader/background.ts';
import type { Hand, HandOptions } from '../reader/hand-over.ts';
import { browserWords } from '../words/browser-words.ts';
import { askForCard, askForEntry, askForIntroduction, askForMap } from './asks.ts';
import { CardDesk } from './card-desk.tsx';
import { HoverControl } from './hover-control.ts';
import { Tour } from './tour.ts';

/** Everything the reader's hand does on a page: pointer, keys, taps, and what is in the card. */
export class PageHand implements Hand {
  readonly #hover: HoverControl;
  readonly #tour: Tour;

  constructor({ marks, choices, article, openDelay, reread, before, signal }: HandOptions) {
    const words = browserWords();
    const ofArticle = async <T>(ask: (request: ArticleRequest) => Promise<T | null>): Promise<T | null> => {
      const request = article();
      return request ? ask(request) : null;
    };
    const cardOf = (mention: number) => ofArticle((request) => askForCard(request, mention));
    const desk = new CardDesk({
      words,
      askForCard: cardOf,
      askForEntry: (id) => ofArticle((request) => askForEntry(request, id)),
      askForMap,
      askForIntroduction: (mention) => ofArticle((request) => askForIntroduction(request, mention)),
      choose: async (from, to) => {
        const back = choices.add({ from, to });
        await reread();
        return async () => {
          back();
          await reread();
        };
      },
      hideEverywhere: async (key, name) => {
        await tell({ type: 'hide', key, name: name.slice(0, 120) });
        return () => tell({ type: 'hide', key, name: null });
      },
      report: (entry, name, card) => void tell({ type: 'report', report: { entry, name, card, day: article()?.day ?? null } }),
      writeOwn: (name) => void tell({ type: 'add-name', name, of: null }),
      onClose: () => this.#tour.close(),
      onStay: (time) => this.#hover.stay(time),
    });
    this.#hover = new HoverControl({ marks, desk, openDelay, askForCard: cardOf, before, signal });
    this.#tour = new Tour({ marks, desk, hover: this.#hover, words, askForCard: cardOf, signal });
  }

  /** Goes to the next or the previous name. */
  step(to: 'next' | 'previous'): Promise<void> {
    return this.#tour.step(to);
  }

  /** Closes the card and ends the tour: the marks under them are going. */
  dismiss(): void {
    this.#hover.dismiss();
    this.#tour.leave();
  }

  /** The marks were made anew: what is open stays so, if its name is still there. */
  follow(follow: Follow): void {
    this.#hover.follow(follow);
    this.#tour.follow(follow);
  }
}
