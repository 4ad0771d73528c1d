// What stops the start.
import { ConfigError } from '@mosaic/kernel/config/read-config';
import { expect, test } from 'vitest';
import { readCommerceConfig } from '../src/config.js';
import { environment } from './lab/open-lab.js';

const URL = 'postgresql://commerce:secret@127.0.0.1/commerce';
const problemsOf = (more: Record<string, string>) => {
  try {
    readCommerceConfig(environment(URL, more));
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

test('without an address, payments are made at the real service', () => {
  expect(readCommerceConfig(environment(URL, { STRIPE_API_URL: '' })).STRIPE_API_URL).toBeUndefined();
  expect(readCommerceConfig(environment(URL)).STRIPE_API_URL).toBe('http://127.0.0.1:9');
});

test('secrets do not print', () => {
  expect(JSON.stringify(readCommerceConfig(environment(URL)))).not.toMatch(/secret@|sk_test|whsec/);
});

test.each([
  ['a database of another kind', { DATABASE_URL: 'mongodb://x' }, 'DATABASE_URL'],
  ['no key of Stripe', { STRIPE_SECRET_KEY: '' }, 'STRIPE_SECRET_KEY'],
  ['no webhook secret', { STRIPE_WEBHOOK_SECRET: '' }, 'STRIPE_WEBHOOK_SECRET'],
  ['payments at no address', { STRIPE_API_URL: 'stripe' }, 'STRIPE_API_URL'],
])('%s stops the start and names the variable', (_, more, variable) => {
  const problems = problemsOf(more);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${variable}: `));
});
