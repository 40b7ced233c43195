import type { Notice } from '#components/settings/index.ts';
import type { Words } from '#lib/words/index.ts';
import { forgetOwnAside, readOwnAside } from '../storage/names-store.ts';
import { forgetAside, isOnlyHere, readAside } from '../storage/settings-store.ts';
import { saveFile } from './files.ts';

/** What the reader should know of their stores: what was set aside, and that settings are on this device alone. */
export async function loadNotices({ say, day }: Words, onForgotten: () => Promise<void>): Promise<Notice[]> {
  const [aside, ownAside, onlyHere] = await Promise.all([readAside(), readOwnAside(), isOnlyHere()]);
  const notices: Notice[] = [];
  const told = (id: string, says: string, content: unknown, forget: () => Promise<void>): Notice => ({
    id,
    says,
    actions: [
      { label: say('aside_save'), run: () => saveFile(`dramatis-${id}.json`, JSON.stringify(content, null, 2)) },
      { label: say('aside_forget'), run: () => void forget().then(onForgotten) },
    ],
  });
  const [newest] = aside;
  if (newest) notices.push(told('settings-aside', say('aside_settings', day(newest.at)), aside, forgetAside));
  if (ownAside.length > 0) notices.push(told('own-aside', say('aside_own'), ownAside, forgetOwnAside));
  if (onlyHere) notices.push({ id: 'only-here', says: say('only_here'), actions: [] });
  return notices;
}
