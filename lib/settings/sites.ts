import { isHost, type Settings } from './schema.ts';

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

/** The host that a reader means by what they typed (an address, a host, with or without www or a star); null for none. */
export function typedHost(text: string): string | null {
  const typed = text.trim().toLowerCase().replace(/^\*\./, '');
  if (typed === '') return null;
  const host = hostOf(/^[a-z][a-z0-9+.-]*:/.test(typed) && !/^[^/]*:\d+(?:\/|$)/.test(typed) ? typed : `https://${typed}`);
  return host !== null && isHost(host) ? host.replace(/^www\.(?=.+\.)/, '') : null;
}

/** The nearest rule for a host: its own, else that of the domain it is under; null where there is none. */
export function ruleFor(settings: Settings, host: string): { readonly host: string; readonly shown: boolean } | null {
  for (let at = host; at !== ''; at = at.includes('.') ? at.slice(at.indexOf('.') + 1) : '') {
    const shown = Object.hasOwn(settings.sites, at) ? settings.sites[at] : undefined;
    if (shown !== undefined) return { host: at, shown };
  }
  return null;
}

/** Why names are, or are not, shown on a host by itself. */
export type SiteStanding = 'shown' | 'all-off' | 'site-off' | 'not-chosen' | 'asked';

export function standingOn(settings: Settings, host: string): SiteStanding {
  if (!settings.on) return 'all-off';
  if (settings.where === 'asked') return 'asked';
  const rule = ruleFor(settings, host);
  if (rule) return rule.shown ? 'shown' : 'site-off';
  return settings.where === 'everywhere' ? 'shown' : 'not-chosen';
}

/** Whether names may be shown on a host without being asked for. */
export const isShownOn = (settings: Settings, host: string): boolean => standingOn(settings, host) === 'shown';

/**
 * The settings with names shown on a host, or not, and on all below it. The host's own rule and those of its subdomains go;
 * a rule is put only where what is left does not say so already.
 */
export function withSite(settings: Settings, host: string, shown: boolean): Settings {
  const sites = Object.fromEntries(Object.entries(settings.sites).filter(([rule]) => rule !== host && !rule.endsWith(`.${host}`)));
  const bare = { ...settings, sites };
  const above = ruleFor(bare, host)?.shown ?? settings.where === 'everywhere';
  return above === shown ? bare : { ...bare, sites: { ...sites, [host]: shown } };
}

/** The settings without a rule. */
export function withoutRule(settings: Settings, host: string): Settings {
  const { [host]: _, ...sites } = settings.sites;
  return { ...settings, sites };
}
