import type { ReaderSettings } from '#lib/protocol/index.ts';
import { hostOf, isShownOn, ruleFor, type Settings } from '#lib/settings/index.ts';
import { hashWord } from '#lib/text/index.ts';
import { isOwnPage, type Sender } from './sender.ts';

/**
 * Whether names are shown by themselves where a message came from: by the rule for the page in the tab, unless the site of the
 * frame in it is switched off. On the extension's own pages no site rule holds.
 */
export function isShownTo(settings: Settings, sender: Sender): boolean {
  if (isOwnPage(sender)) return isShownOn(settings, OWN_HOST);
  const host = hostOf(sender.tab?.url ?? sender.url ?? '');
  const frame = sender.frameId ? hostOf(sender.url ?? '') : null;
  return host !== null && isShownOn(settings, host) && (frame === null || ruleFor(settings, frame)?.shown !== false);
}

/** Of the settings, what the reader on the sender's page needs. */
export function readerSettingsFor(settings: Settings, sender: Sender): ReaderSettings {
  const { kinds, markDensity, markStyle, confidence, hoverDelay, hiddenNames } = settings;
  return {
    shown: isShownTo(settings, sender),
    kinds,
    markDensity,
    markStyle,
    confidence,
    hoverDelay,
    hidden: hashWord(JSON.stringify(Object.keys(hiddenNames).sort())).low,
  };
}

/** A host that no site has. */
const OWN_HOST = 'dramatis';
