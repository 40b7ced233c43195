import { MOST_SITES, type Settings } from './schema.ts';

/** The host of an address that can hold articles; null for the browser's own pages. */
export function hostOf(address: string): string | null {
  try {
    const url = new URL(address);
    if (url.protocol === 'file:') return 'local-files';
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname ? url.hostname : null;
  } catch {
    return null;
  }
}

const covers = (rule: string, host: string) => host === rule || host.endsWith(`.${rule}`);

/** Whether names may be shown on a host. */
export function isShownOn(settings: Settings, host: string): boolean {
  return settings.on && !settings.sitesOff.some((rule) => covers(rule, host));
}

/** The settings with a host switched off or on. Switching on takes away every rule that covers the host. */
export function withSite(settings: Settings, host: string, shown: boolean): Settings {
  const others = settings.sitesOff.filter((rule) => !covers(rule, host));
  // The newest rules are kept where there are too many: they are what the reader just asked for.
  return { ...settings, sitesOff: shown ? others : [...others, host].slice(-MOST_SITES) };
}
