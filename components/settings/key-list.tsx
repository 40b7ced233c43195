import { useWords } from '#components/words/index.ts';

/** A keyboard command and its key as the reader's browser has it; empty for none. */
export interface CommandKey {
  readonly name: string;
  readonly says: string;
  readonly key: string;
}

/** The keyboard commands, each with its key. */
export function KeyList({ commands }: { readonly commands: readonly CommandKey[] }) {
  const { say } = useWords();
  return (
    <dl>
      {commands.map(({ name, says, key }) => (
        <div key={name}>
          <dt>{says}</dt>
          <dd>{key === '' ? say('key_none') : <kbd dir="ltr">{key}</kbd>}</dd>
        </div>
      ))}
    </dl>
  );
}
