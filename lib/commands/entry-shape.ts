import type { Entry } from '#lib/glossary/index.ts';

/** An entry in the contract's shape: absent facts are absent. */
export function shapeOf(entry: Entry): Record<string, unknown> {
  const { weak, holders, inverse, renown, country, links, ...rest } = entry;
  const shaped: Record<string, unknown> = {
    ...rest,
    aliases: [...entry.aliases, ...weak],
    roles: entry.roles.map(({ office, ...role }) => role),
    links: [...links, ...inverse],
    ...(country.length > 0 && { country: country.length === 1 ? country[0] : country }),
  };
  for (const key of ['roles', 'status', 'demonyms'] as const) if (entry[key].length === 0) delete shaped[key];
  if (links.length + inverse.length === 0) delete shaped.links;
  return shaped;
}
