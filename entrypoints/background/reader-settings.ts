import type { ReaderSettings } from '#lib/protocol.ts';
import { hostOf, isShownOn, type Settings } from '#lib/settings/index.ts';
import { hashWord } from '#lib/text/index.ts';
import { isOwnPage, type Sender } from './sender.ts';

/** Of the settings, what the reader on the sender's page needs. On the extension's own pages no site rule holds. */
export function readerSettingsFor(settings: Settings, sender: Sender): ReaderSettings {
  const { kinds, markDensity, markStyle, confidence, hoverDelay, hiddenNames } = settings;
  const host = isOwnPage(sender) ? OWN_HOST : hostOf(sender.url ?? '');
  return {
    shown: host !== null && isShownOn(settings, host),
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
