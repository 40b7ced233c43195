import { useState } from 'preact/hooks';
import { MapFigure } from '#components/map/index.ts';
import { useWords } from '#components/words/index.ts';
import type { LocatorMap } from '#lib/atlas/index.ts';
import { type Cast, type CastMember, filterCast } from '#lib/cast/index.ts';
import { KINDS, type Kind } from '#lib/glossary/index.ts';
import type { MessageKey } from '#lib/words/index.ts';
import { DatesView } from './dates-view.tsx';
import { MemberView } from './member-view.tsx';

/** Where the page was last scrolled to from here: a member's mention, counted from 0. */
export interface Place {
  readonly member: string;
  readonly at: number;
}

export interface PanelViewProps {
  /** The article's own title; empty where it has none. */
  readonly title: string;
  /** Null where there is nothing to list: `reason` says why. */
  readonly cast: Cast | null;
  readonly reason: string;
  readonly map: LocatorMap | null;
  /** Places that lie beyond the map; and whether all were asked for. */
  readonly beyond: number;
  readonly wide: boolean;
  readonly mapSize: { readonly width: number; readonly height: number };
  readonly place: Place | null;
  /** What was just done, for the status line. */
  readonly notice: string;
  readonly onJump: (member: CastMember, at: number) => void;
  readonly onBack: () => void;
  readonly onWiden: (wide: boolean) => void;
  readonly onCopy: () => void;
  readonly onSave: (what: 'markdown' | 'csv') => void;
}

export const KIND_HEADINGS: Readonly<Record<Kind, MessageKey>> = {
  person: 'kind_person',
  organisation: 'kind_organisation',
  group: 'kind_group',
  place: 'kind_place',
  thing: 'kind_thing',
};

/** Who and where in an article: by kind, on a map, in time; each leads to where it is named. */
export function PanelView(props: PanelViewProps) {
  const { cast, place } = props;
  const { say, count, number } = useWords();
  const [filter, setFilter] = useState('');
  const shown = cast ? filterCast(cast.members, filter) : [];
  return (
    <main>
      <header>
        <h1>{say('popup_open_panel')}</h1>
        {props.title && (
          <p class="article" dir="auto">
            {props.title}
          </p>
        )}
        <p role="status">{props.notice || (cast ? count('panel_members', cast.members.length) : props.reason)}</p>
      </header>
      {cast && cast.members.length > 0 && (
        <>
          <div class="tools">
            <label>
              <span>{say('panel_filter')}</span>
              <input type="search" value={filter} onInput={(event) => setFilter(event.currentTarget.value)} />
            </label>
            {place && (
              <button type="button" class="back" onClick={props.onBack}>
                {say('panel_back')}
              </button>
            )}
          </div>
          {cast.members.some(({ isPlace }) => isPlace) && <MapFigure map={props.map} {...props.mapSize} />}
          {(props.beyond > 0 || props.wide) && (
            <p class="tools">
              <button type="button" onClick={() => props.onWiden(!props.wide)}>
                {props.wide ? say('panel_map_heart') : count('panel_map_all', props.beyond)}
              </button>
            </p>
          )}
          {KINDS.map((kind) => {
            const members = shown.filter((member) => member.kind === kind);
            if (members.length === 0) return null;
            return (
              <section key={kind} aria-labelledby={`kind-${kind}`}>
                <h2 id={`kind-${kind}`}>
                  {say(KIND_HEADINGS[kind])} <span class="count">{number(members.length)}</span>
                </h2>
                <ul>
                  {members.map((member) => (
                    <MemberView
                      key={member.key}
                      member={member}
                      at={place?.member === member.key ? place.at : null}
                      onJump={(at) => props.onJump(member, at)}
                    />
                  ))}
                </ul>
              </section>
            );
          })}
          {shown.length === 0 && <p>{say('panel_none_fit')}</p>}
          {filter === '' && <DatesView cast={cast} />}
          <footer class="tools">
            <button type="button" onClick={props.onCopy}>
              {say('panel_copy')}
            </button>
            <button type="button" onClick={() => props.onSave('markdown')}>
              {say('panel_save_markdown')}
            </button>
            <button type="button" onClick={() => props.onSave('csv')}>
              {say('panel_save_csv')}
            </button>
          </footer>
        </>
      )}
    </main>
  );
}
