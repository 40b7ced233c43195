import axe from 'axe-core';
import type { Tab } from '#lib/commands/browsers.ts';

/** What axe has against a page (WCAG 2.2 AA and its own good practices), a line each; empty for nothing. */
export async function axeFindings(tab: Tab): Promise<string[]> {
  await tab.evaluate(`(() => { ${axe.source}; return true; })()`);
  return tab.evaluate<string[]>(
    `globalThis.axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' | ').slice(0, 300)))`,
  );
}
