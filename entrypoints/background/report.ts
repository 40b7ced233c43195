import { browser } from 'wxt/browser';
import type { Report } from '#lib/report/index.ts';
import { keepReport } from '../storage/report-store.ts';

/** Opens the support page with a report in it, for the reader to change and to send by hand. */
export async function openReport(report: Report): Promise<void> {
  const id = await keepReport(report);
  await browser.tabs.create({ url: `${browser.runtime.getURL('/support.html')}?report=${id}` });
}
