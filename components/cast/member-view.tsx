import { useWords } from '#components/words/index.ts';
import type { CastMember } from '#lib/cast/index.ts';

interface MemberViewProps {
  readonly member: CastMember;
  /** The mention where the page is, counted from 0; null where it is elsewhere. */
  readonly at: number | null;
  readonly onJump: (at: number) => void;
}

const capital = (text: string) => (/^\p{Ll}\p{Ll}/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text);

/** A member with its first line and the ways to its mentions; the name goes to the first, or to the next from where one is. */
export function MemberView({ member, at, onJump }: MemberViewProps) {
  const { say, count, number } = useWords();
  const { name, lead, mentions, entry } = member;
  const times = mentions.length;
  const next = at === null ? 0 : (at + 1) % times;
  const previous = at === null ? times - 1 : (at + times - 1) % times;
  return (
    <li aria-current={at === null ? undefined : 'location'}>
      <button type="button" class="name" dir="auto" onClick={() => onJump(next)}>
        {name}
      </button>
      <span class="ways">
        <span class="times">
          {times === 1 ? '' : at === null ? count('panel_times', times) : say('panel_at', number(at + 1), number(times))}
        </span>
        {times > 1 && (
          <>
            <button type="button" class="way" aria-label={say('panel_previous', name)} onClick={() => onJump(previous)}>
              <span aria-hidden="true">↑</span>
            </button>
            <button type="button" class="way" aria-label={say('panel_next', name)} onClick={() => onJump(next)}>
              <span aria-hidden="true">↓</span>
            </button>
          </>
        )}
      </span>
      {lead ? (
        <p class="lead" dir="auto">
          {entry === null ? `“${lead}”` : capital(lead)}
        </p>
      ) : (
        entry === null && <p class="lead soft">{say('panel_stranger')}</p>
      )}
    </li>
  );
}
