import { browser } from 'wxt/browser';
import { parseMessage } from '#lib/protocol/index.ts';
import { type Report, reportSchema } from '#lib/report/index.ts';

const nameOf = (id: string) => `report:${id}`;

/** Keeps a report for its page, in memory and until the browser ends; gives its id. */
export async function keepReport(report: Report): Promise<string> {
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [nameOf(id)]: report });
  return id;
}

/** A report that was kept, or null. */
export async function loadReport(id: string | null): Promise<Report | null> {
  if (id === null) return null;
  const stored: Record<string, unknown> = await browser.storage.session.get(nameOf(id));
  return parseMessage(reportSchema, stored[nameOf(id)]);
}
