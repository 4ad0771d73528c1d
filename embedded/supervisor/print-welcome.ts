// What a person sees when the world is up: where to go, who to be, how to stop.
import { join } from 'node:path';
import { demoAccounts } from './fill-demo.js';
import type { World } from './start-world.js';

const ACCOUNTS_SHOWN = 8;

export function printWelcome(world: World, dataDir: string): void {
  const endpoint = world.urls.router[0]!;
  const accounts = demoAccounts(dataDir);
  const width = Math.max(0, ...accounts.map(({ email }) => email.length));
  const shown = accounts
    .slice(0, ACCOUNTS_SHOWN)
    .map(({ email, password, role, hint = '' }) =>
      `    ${email.padEnd(width)}  ${password}  ${`(${role})`.padEnd(7)}  ${hint}`.trimEnd(),
    );
  const lines = [
    '',
    'Mosaic is running.',
    '',
    `  Mosaic               ${new URL('/', endpoint)}`,
    `  GraphQL and Sandbox  ${endpoint}`,
    `  Subscriptions        ${endpoint.replace('http', 'ws')}`,
    `  Health               ${new URL('/health', endpoint)}`,
    `  Logs                 ${join(dataDir, 'logs')}`,
    ...(shown.length > 0 ? ['', '  Demo accounts: e-mail, password, role, what to look at', ...shown] : []),
    '',
    'Ctrl-C stops it.',
  ];
  console.log(lines.join('\n'));
}
