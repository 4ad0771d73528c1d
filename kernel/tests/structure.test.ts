// The kernel stays small and knows no domain: its core has at most 2,000 lines and names no entity of any subgraph.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const KERNEL = join(import.meta.dirname, '..');
const NOT_CORE = ['dist', 'node_modules', 'stores', 'tests'];
const core = readdirSync(KERNEL, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !NOT_CORE.includes(path.split('/')[0] ?? ''))
  .map((path) => ({ path, text: readFileSync(join(KERNEL, path), 'utf8') }));

/** The first column of the glossary's second table, and what domains to come will bring. */
const glossary = readFileSync(join(KERNEL, '..', 'GLOSSARY.md'), 'utf8').split('| entity | subgraph |')[1] ?? '';
const entities = [
  ...[...glossary.matchAll(/^\| ([A-Z]\w+) \|/gm)].map(([, name]) => name ?? ''),
  ...['Order', 'Product', 'Booking', 'Appointment', 'Course', 'Lesson', 'Coach', 'Album', 'Post', 'Comment'],
];

it('has at most 2,000 lines', () => {
  const lines = core.flatMap(({ text }) => text.trimEnd().split('\n'));
  expect(core.length).toBeGreaterThan(30);
  expect(lines.length).toBeLessThanOrEqual(2_000);
});

it('names no entity in its code', () => {
  expect(entities).toEqual(expect.arrayContaining(['User', 'Room', 'Monitor']));
  const named = new RegExp(`\\b(${entities.join('|')})\\b`);
  const found = core.flatMap(({ path, text }) => {
    const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$|\s\/\/ .*$/gm, '');
    const name = named.exec(code)?.[1];
    return name ? [`${path}: ${name}`] : [];
  });
  expect(found).toEqual([]);
});
