import { useId, useState } from 'preact/hooks';
import { useWords } from '#components/words/index.ts';
import { CONTACT, mailOf } from '#lib/report/index.ts';

interface SupportViewProps {
  /** The report as it is begun. */
  readonly text: string;
  /** Puts a text on the clipboard; tells whether it is there. */
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** A report of a wrong fact, to be changed, copied and sent by the reader's own hand. */
export function SupportView({ text: begun, onCopy }: SupportViewProps) {
  const { say } = useWords();
  const [text, setText] = useState(begun);
  const [copied, setCopied] = useState<boolean | null>(null);
  const [area, about] = [useId(), useId()];
  return (
    <main class="support">
      <h1>
        Dramatis: <span>{say('support_title')}</span>
      </h1>
      <p>
        <strong>{say('support_by_hand')}</strong> {CONTACT === null ? say('support_no_address') : say('support_address', CONTACT)}
      </p>
      <p>{say('support_helps')}</p>
      <p>
        <label for={area}>{say('support_report')}</label>
      </p>
      <textarea
        id={area}
        aria-describedby={about}
        dir="ltr"
        lang="en"
        rows={26}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setCopied(null);
        }}
      />
      <p id={about} class="hint">
        {say('support_holds')}
      </p>
      <p class="row">
        <button type="button" onClick={() => void onCopy(text).then(setCopied)}>
          {say('card_copy')}
        </button>
        <a href={mailOf(text, CONTACT)}>{say('support_mail')}</a>
        <span role="status">{copied !== null && say(copied ? 'card_copied' : 'not_copied')}</span>
      </p>
      <p>
        {say('support_own')} <a href="/options.html#own">{say('card_write_own')}</a>
      </p>
    </main>
  );
}
