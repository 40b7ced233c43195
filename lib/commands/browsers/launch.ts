import { launchChromium } from './chromium.ts';
import type { DrivenBrowser, LaunchOptions } from './driver.ts';
import { launchFirefox } from './firefox.ts';
import type { BrowserKind } from './places.ts';

/** Opens a browser with the extension in it and a profile that is removed at the end. */
export function launchBrowser(kind: BrowserKind, options: LaunchOptions): Promise<DrivenBrowser> {
  return kind === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
