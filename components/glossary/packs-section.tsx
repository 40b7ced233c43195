import { useState } from 'preact/hooks';
import { useWords } from '#components/words/index.ts';
import type { AddressFault, Problem, Refusal, Shelf, ShelvedPack } from '#lib/packs/index.ts';
import { packAddress } from '#lib/packs/index.ts';
import type { MessageKey } from '#lib/words/index.ts';
import { Refused } from './refused.tsx';

export interface PacksProps {
  readonly shelf: Shelf;
  /** The packs that come with the extension and are not on the shelf. */
  readonly samples: readonly { readonly file: string; readonly name: string }[];
  /** Why the last file was refused; empty where none was. */
  readonly refusals: readonly Refusal[];
  /** How the last subscription went; null before any. */
  readonly subscribing:
    | { readonly type: 'asking' }
    | { readonly type: 'problem'; readonly code: Problem | 'not-allowed'; readonly detail: string }
    | null;
  readonly onFile: (file: File) => void;
  readonly onSample: (file: string) => void;
  readonly onSubscribe: (address: URL) => void;
  readonly onSwitch: (pack: ShelvedPack, on: boolean) => void;
  readonly onMove: (pack: ShelvedPack, by: -1 | 1) => void;
  readonly onExport: (pack: ShelvedPack) => void;
  readonly onRemove: (pack: ShelvedPack) => void;
  readonly onRenew: (pack: ShelvedPack) => void;
}

const ADDRESS_FAULTS: Record<AddressFault, MessageKey> = {
  'no-address': 'address_none',
  'not-https': 'address_not_https',
  'has-password': 'address_password',
};
const PROBLEMS: Record<Problem | 'not-allowed', MessageKey> = {
  unreachable: 'problem_unreachable',
  slow: 'problem_slow',
  status: 'problem_status',
  type: 'problem_type',
  huge: 'problem_huge',
  insecure: 'problem_insecure',
  refused: 'problem_refused',
  'other-pack': 'problem_other_pack',
  'not-allowed': 'problem_not_allowed',
};

/** The reader's packs: on and off, order, files in and out, subscriptions. */
export function PacksSection(props: PacksProps) {
  const { shelf } = props;
  const { say } = useWords();
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/useSemanticElements: files are dropped on it; it is no set of fields of a form
    <div
      role="group"
      aria-label={say('packs_drop')}
      class={over ? 'packs over' : 'packs'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        for (const file of event.dataTransfer?.files ?? []) props.onFile(file);
      }}
    >
      {shelf.length > 0 && (
        <ol class="list">
          {shelf.map((pack, at) => (
            <PackRow key={pack.id} pack={pack} first={at === 0} last={at === shelf.length - 1} {...props} />
          ))}
        </ol>
      )}
      <p class="line">
        <label class="button">
          {say('packs_file')}
          <input
            type="file"
            class="behind"
            accept=".json,application/json"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) props.onFile(file);
              event.currentTarget.value = '';
            }}
          />
        </label>
        {props.samples.map(({ file, name }) => (
          <button type="button" key={file} onClick={() => props.onSample(file)}>
            {say('packs_sample', name)}
          </button>
        ))}
      </p>
      <p class="hint">{say('packs_drop')}</p>
      <Refused refusals={props.refusals} />
      <SubscribeForm {...props} />
    </div>
  );
}

interface PackRowProps extends PacksProps {
  readonly pack: ShelvedPack;
  readonly first: boolean;
  readonly last: boolean;
}

function PackRow({ pack, first, last, onSwitch, onMove, onExport, onRemove, onRenew }: PackRowProps) {
  const { say, count } = useWords();
  const { id, name, subscription } = pack;
  return (
    <li>
      <input
        type="checkbox"
        role="switch"
        id={`pack-${id}`}
        checked={pack.on}
        onChange={(event) => onSwitch(pack, event.currentTarget.checked)}
      />
      <span class="grow">
        <label for={`pack-${id}`}>
          <bdi>{name}</bdi>
        </label>
        <small class="hint">
          {count('packs_entries', pack.entries)} · <bdi>{pack.version}</bdi> · <bdi>{pack.licence}</bdi>
        </small>
        {subscription && <SubscriptionLine subscription={subscription} />}
      </span>
      <span class="line">
        <button type="button" disabled={first} aria-label={say('packs_up_name', name)} onClick={() => onMove(pack, -1)}>
          ↑
        </button>
        <button type="button" disabled={last} aria-label={say('packs_down_name', name)} onClick={() => onMove(pack, 1)}>
          ↓
        </button>
        {subscription && (
          <button type="button" aria-label={say('packs_renew_name', name)} onClick={() => onRenew(pack)}>
            {say('packs_renew')}
          </button>
        )}
        <button type="button" aria-label={say('packs_export_name', name)} onClick={() => onExport(pack)}>
          {say('packs_export')}
        </button>
        <button type="button" aria-label={say('own_delete_name', name)} onClick={() => onRemove(pack)}>
          {say('remove')}
        </button>
      </span>
    </li>
  );
}

function SubscriptionLine({ subscription }: { readonly subscription: NonNullable<ShelvedPack['subscription']> }) {
  const { say, day } = useWords();
  const { address, checked, problem } = subscription;
  return (
    <small class="hint">
      <bdi dir="ltr">{address}</bdi> · {say('packs_checked', day(checked))}
      {problem && (
        <>
          {' · '}
          {say('packs_kept')} {say(PROBLEMS[problem.code])} <span lang="en">{problem.detail}</span>
        </>
      )}
    </small>
  );
}

function SubscribeForm({ subscribing, onSubscribe }: PacksProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<AddressFault | null>(null);
  return (
    <form
      class="subscribe"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const address = packAddress(typed);
        setFault(address instanceof URL ? null : address);
        if (address instanceof URL) onSubscribe(address);
      }}
    >
      <label for="pack-address">{say('packs_subscribe')}</label>
      <span class="line">
        <input
          id="pack-address"
          type="url"
          dir="ltr"
          placeholder="https://"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" disabled={subscribing?.type === 'asking'}>
          {say('packs_subscribe_now')}
        </button>
      </span>
      <small class="hint">{say('packs_subscribe_hint')}</small>
      <div role="alert">
        {fault !== null && <p>{say(ADDRESS_FAULTS[fault])}</p>}
        {fault === null && subscribing?.type === 'asking' && <p>{say('packs_asking')}</p>}
        {fault === null && subscribing?.type === 'problem' && (
          <p>
            {say('packs_not_subscribed')} {say(PROBLEMS[subscribing.code])} <span lang="en">{subscribing.detail}</span>
          </p>
        )}
      </div>
    </form>
  );
}
