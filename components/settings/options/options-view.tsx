import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type OwnProps, OwnSection, type PacksProps, PacksSection } from '#components/glossary/index.ts';
import { useWords } from '#components/words/index.ts';
import type { Settings } from '#lib/settings/index.ts';
import type { CommandKey } from '../key-list.tsx';
import { Switch } from '../switch.tsx';
import { BackupGroup, type BackupProps } from './backup-group.tsx';
import { CardsGroup } from './cards-group.tsx';
import { KeysGroup } from './keys-group.tsx';
import { KindsGroup, LooksGroup } from './marks-group.tsx';
import { Found, foldQuery, Group, Search } from './search.tsx';
import { WhereGroup } from './where-group.tsx';

/** What every group of settings gets. */
export interface SettingsProps {
  readonly settings: Settings;
  readonly onChange: (change: (settings: Settings) => Settings) => void;
}

/** Something to tell that is no setting: what was set aside, or where settings are kept. */
export interface Notice {
  readonly id: string;
  readonly says: string;
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
}

export interface OptionsProps extends SettingsProps {
  readonly notices: readonly Notice[];
  readonly commands: readonly CommandKey[];
  readonly own: OwnProps;
  readonly packs: PacksProps;
  readonly backup: BackupProps;
  /** What was just done, with a way back where there is one. */
  readonly done: { readonly says: string; readonly undo: (() => void) | null } | null;
  readonly onChangeKeys: () => void;
}

const LINKS = [
  ['where', 'where_title'],
  ['kinds', 'kinds_of_names'],
  ['looks', 'looks_title'],
  ['cards', 'cards_title'],
  ['own', 'own_title'],
  ['packs', 'packs_title'],
  ['keys', 'keys'],
  ['backup', 'backup_title'],
  ['privacy', 'privacy_title'],
] as const;

/** Everything that can be set, in groups, searchable. */
export function OptionsView(props: OptionsProps) {
  const { settings, onChange, done } = props;
  const { say } = useWords();
  const [query, setQuery] = useState('');
  return (
    <Search value={foldQuery(query)}>
      <header>
        <h1>{say('options_title')}</h1>
        <input
          type="search"
          aria-label={say('options_search')}
          placeholder={say('options_search')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <nav aria-label={say('options_groups')}>
          {LINKS.map(([id, key]) => (
            <a key={id} href={`#${id}`} onClick={() => setQuery('')}>
              {say(key)}
            </a>
          ))}
        </nav>
      </header>
      <main>
        {props.notices.map((notice) => (
          <Notices key={notice.id} notice={notice} />
        ))}
        <WhereGroup settings={settings} onChange={onChange} />
        <KindsGroup settings={settings} onChange={onChange} />
        <LooksGroup settings={settings} onChange={onChange} />
        <CardsGroup settings={settings} onChange={onChange} />
        <Group id="own" title={say('own_title')}>
          <Found by={[say('own_title'), say('own_use'), say('own_hint'), ...props.own.own.entries.map(({ name }) => name)]}>
            <Switch
              label={say('own_use')}
              hint={say('own_hint')}
              checked={settings.ownEntries}
              onChange={(ownEntries) => onChange((now) => ({ ...now, ownEntries }))}
            />
            <OwnSection {...props.own} />
          </Found>
        </Group>
        <Group id="packs" title={say('packs_title')}>
          <Found by={[say('packs_title'), say('packs_hint'), say('packs_subscribe'), ...props.packs.shelf.map(({ name }) => name)]}>
            <p class="hint">{say('packs_hint')}</p>
            <PacksSection {...props.packs} />
          </Found>
        </Group>
        <KeysGroup commands={props.commands} onChangeKeys={props.onChangeKeys} />
        <BackupGroup {...props.backup} />
        <Group id="privacy" title={say('privacy_title')}>
          <Found by={[say('privacy_title'), say('nothing_leaves')]}>
            <p>
              {say('nothing_leaves')} <a href="/privacy.html">{say('privacy_more')}</a>
            </p>
          </Found>
        </Group>
        <p class="nothing">{say('options_nothing')}</p>
      </main>
      <Done done={done} />
    </Search>
  );
}

function Notices({ notice }: { readonly notice: Notice }) {
  return (
    <aside class="notice">
      <p>{notice.says}</p>
      <p class="line">
        {notice.actions.map(({ label, run }) => (
          <button type="button" key={label} onClick={run}>
            {label}
          </button>
        ))}
      </p>
    </aside>
  );
}

function Done({ done }: Pick<OptionsProps, 'done'>): ComponentChildren {
  const { say } = useWords();
  return (
    <div class="done" role="status">
      {done && (
        <>
          <span>{done.says}</span>
          {done.undo && (
            <button type="button" onClick={done.undo}>
              {say('undo')}
            </button>
          )}
        </>
      )}
    </div>
  );
}
