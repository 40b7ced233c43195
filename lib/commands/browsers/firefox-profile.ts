import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { LaunchOptions } from './driver.ts';

/** The extension's id in Firefox, as its manifest gives it. */
export const GECKO_ID = 'dramatis@dramatis.example';
/** Firefox draws a new origin for an extension in each profile; this one is known beforehand. */
export const GECKO_ORIGIN_ID = '6f1d2c4e-9a57-4b83-8e60-d2a3b15c7f94';

/** What keeps a run of our own quiet: no first-run pages, no updates, no reports, nothing asked of the network. */
const PREFERENCES: Record<string, string | number | boolean> = {
  'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_ORIGIN_ID }),
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.contentblocking.features.standard': '',
  'browser.newtabpage.enabled': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.newtabpage.activity-stream.feeds.section.topstories': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.blockedURIs.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.provider.google4.updateURL': '',
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'captivedetect.canonicalURL': '',
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'dom.push.connection.enabled': false,
  'extensions.blocklist.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'geo.provider.testing': true,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'network.manage-offline-status': false,
  'network.prefetch-next': false,
  'security.certerrors.mitm.priming.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'signon.autofillForms': false,
  'startup.homepage_welcome_url': '',
  'toolkit.telemetry.server': '',
  'trailhead.firstrun.didSeeAboutWelcome': true,
};

function proxyPreferences(port: number): Record<string, string | number> {
  const host = '127.0.0.1';
  return {
    'network.proxy.type': 1,
    'network.proxy.http': host,
    'network.proxy.http_port': port,
    'network.proxy.ssl': host,
    'network.proxy.ssl_port': port,
  };
}

/** What of a launch is a matter of the profile. */
export type ProfileOptions = Pick<LaunchOptions, 'window' | 'proxyPort'>;

/** Makes a new profile folder with these settings. The caller removes it. */
export async function makeProfile({ window, proxyPort }: ProfileOptions): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dramatis-firefox-'));
  const preferences = {
    ...PREFERENCES,
    // A picture is of a card, not of one that is still fading in.
    ...(window ? {} : { 'ui.prefersReducedMotion': 1 }),
    ...(proxyPort === undefined ? {} : proxyPreferences(proxyPort)),
  };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
  await writeFile(path.join(folder, 'user.js'), lines.join(''));
  return folder;
}
