import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What the reader looks for among the settings, folded; empty for everything. */
export const Search = createContext('');

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The same, from what was typed. */
export const foldQuery = (typed: string): string => fold(typed.trim());

interface FoundProps {
  /** The words by which it is found. */
  readonly by: readonly (string | undefined)[];
  readonly children: ComponentChildren;
}

/** Draws what the search finds, and nothing else. */
export function Found({ by, children }: FoundProps) {
  const query = useContext(Search);
  const words = fold(by.join(' '));
  if (!query.split(/\s+/).every((word) => words.includes(word))) return null;
  return <div class="found">{children}</div>;
}

interface GroupProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A group of settings under a heading; the style hides it where nothing in it is found. */
export function Group({ id, title, children }: GroupProps) {
  return (
    <section class="group" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
