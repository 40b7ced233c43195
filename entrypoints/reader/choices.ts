import type { Choice } from '#lib/card/index.ts';

/** What the reader said of names on this page, for as long as it is open; another address is another article. */
export class ArticleChoices {
  #address = '';
  #choices: readonly Choice[] = [];

  /** The choices for the article that is at the page's address now. */
  get all(): readonly Choice[] {
    const address = location.href.split('#')[0] ?? '';
    if (address !== this.#address) {
      this.#address = address;
      this.#choices = [];
    }
    return this.#choices;
  }

  /** Adds a choice; what was chosen to be the name that is now spoken of follows it. Gives the way back. */
  add(choice: Choice): () => void {
    const before = this.all;
    const others = before.filter(({ from }) => from !== choice.from);
    const followed = others.map((other) => (other.to === choice.from ? { ...other, to: choice.to } : other));
    this.#choices = [...followed, choice].filter(({ from, to }) => from !== to);
    return () => {
      this.#choices = before;
    };
  }
}
