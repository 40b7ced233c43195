import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { packSchema } from '#lib/packs/index.ts';
import { runCommand, UsageError } from './usage.ts';

const HELP = `
npm run --silent pack-schema             writes the JSON Schema of packs, public/pack.schema.json, from the code
npm run --silent pack-schema -- --check  only says whether it is as the code has it; exits 1 if not
`;

const FILE = fileURLToPath(new URL('../../public/pack.schema.json', import.meta.url));

/** The JSON Schema of packs. What it cannot say (that a day exists, that an entry comes once) is checked on import. */
export function packJsonSchema(): string {
  const schema = toJsonSchema(packSchema, { errorMode: 'ignore' });
  return `${JSON.stringify({ $id: 'dramatis-pack-1', title: 'A pack of names for Dramatis', ...schema }, null, 1)}\n`;
}

/** The JSON Schema as it is published. */
export const publishedSchema = (): Promise<string> => readFile(FILE, 'utf8');

if (import.meta.main) {
  await runCommand(HELP, async (args) => {
    const unknown = args.find((arg) => arg !== '--check');
    if (unknown !== undefined) throw new UsageError(`unknown argument ${unknown}; see --help`);
    if (!args.includes('--check')) {
      await writeFile(FILE, packJsonSchema());
      return 0;
    }
    if ((await publishedSchema().catch(() => '')) === packJsonSchema()) return 0;
    process.stderr.write('public/pack.schema.json is not what the code says; run "npm run pack-schema"\n');
    return 1;
  });
}
