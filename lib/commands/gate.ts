import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';

const GATE = fileURLToPath(new URL('../../entrypoints/gate/gate.ts', import.meta.url));

/** The gate as it comes into pages: its own code and nothing around it, in a function, since the page's scripts of ours share their names. */
export async function gateScript(firefox: boolean): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'import.meta.env.FIREFOX': JSON.stringify(firefox) },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry: GATE, formats: ['iife'], name: 'gate' },
    },
  });
  const [output] = [made].flat() as Rollup.RollupOutput[];
  const chunk = output?.output[0];
  if (chunk?.type !== 'chunk') throw new Error('the gate was not built');
  return chunk.code.trim();
}
