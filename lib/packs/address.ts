/** This machine itself, which browsers trust as they trust https. */
const LOOPBACK = new Set(['localhost', '127.0.0.1']);

/** Why an address cannot be subscribed to. */
export type AddressFault = 'no-address' | 'not-https' | 'has-password';

/** The address a pack may be fetched from: https, or http on this machine. */
export function packAddress(text: string): URL | AddressFault {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return 'no-address';
  }
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (!secure) return 'not-https';
  if (url.username || url.password) return 'has-password';
  url.hash = '';
  return url;
}
