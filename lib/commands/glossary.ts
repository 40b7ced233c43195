import { compileFromDisk, wordFault } from '#lib/glossary/compile/index.ts';

const [verb] = process.argv.slice(2);
if (verb === 'check') {
  const compiled = await compileFromDisk(process.argv[3]);
  for (const fault of compiled.faults) console.log(wordFault(fault));
  console.log(`${compiled.entries.length} entries, ${compiled.faults.length} faults`);
  process.exitCode = compiled.faults.length > 0 ? 1 : 0;
}
