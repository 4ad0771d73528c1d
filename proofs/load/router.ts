// The router beside stock @apollo/gateway with @apollo/server, in front of the same simulated subgraphs, in turns: CPU time
// per request above all, because the load and the subgraphs share the machine. Exits 1 when answers differ.
//
//   npm run bench:router      settings: ROUNDS (5), SECONDS (3, of each turn), ASKERS (32), ONLY (feed,lookup,small,large)
//   npm run bench:router -- --markdown   prints the table as docs/performance.md has it
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agreeOnAnswers } from './agree-on-answers.js';
import { startBare } from './bare.js';
import { startBlog } from './blog/start-blog.js';
import { compareVariants } from './compare-variants.js';
import { machine } from './machine.js';
import { type Operation, operations } from './operations.js';
import { markdownOf, printResult, type Result } from './router-table.js';
import { ROOMY, startOurs, startStock } from './variants.js';
import { leaveRoutersCore, pinning } from './wire/cores.js';

const setting = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const rounds = setting('ROUNDS', 5);
const seconds = setting('SECONDS', 3);
const askers = setting('ASKERS', 32);
const only = process.env['ONLY']?.split(',');
const TOKEN = 'somebody';

const anyOf = ({ bodies }: Operation) => bodies[Math.floor(Math.random() * bodies.length)]!;

async function measure(folder: string): Promise<Result[]> {
  const blog = await startBlog();
  const path = join(folder, 'supergraph.graphql');
  await writeFile(path, blog.supergraph);
  const ours = await startOurs(path, 'off');
  const bare = await startBare();
  const variants = [await startStock(path), await startStock(path, ROOMY), ours, await startOurs(path, 'on'), bare];
  const results: Result[] = [];
  for (const operation of operations.filter(({ name }) => !only || only.includes(name))) {
    await bare.learn(operation, ours, blog, TOKEN);
    const { bytes } = await agreeOnAnswers(operation, variants, blog, TOKEN);
    const load = { body: () => anyOf(operation), token: TOKEN, askers, seconds };
    const result = { operation, bytes, compared: await compareVariants(variants, blog, load, rounds) };
    printResult(result);
    results.push(result);
  }
  for (const each of [...variants, blog]) each.stop();
  return results;
}

leaveRoutersCore();
console.log(`${machine()}; ${pinning}`);
console.log(`${rounds} rounds of ${seconds} s for each router, ${askers} askers at a time`);
const folder = await mkdtemp(join(tmpdir(), 'mosaic-bench-'));
try {
  const results = await measure(folder);
  if (process.argv.includes('--markdown')) console.log(markdownOf(results));
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit();
