/**
 * Asks for the files that marks need before anything else of the background's script runs: it is most often a page's knock that starts
 * it, and the files come while the rest of the script is run. Imported first.
 */
const asked = new Map(['/glossary.index', '/names.model'].map((path) => [path, fetch(path)]));
for (const reply of asked.values()) reply.catch(() => undefined);

/** The answer to what was asked at the start; once, since an answer is read once. */
export function firstRead(path: string): Promise<Response> | undefined {
  const reply = asked.get(path);
  asked.delete(path);
  return reply;
}
