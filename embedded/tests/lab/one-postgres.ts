// One PostgreSQL for a whole run of tests: every file opens databases of its own in it (postgres/open-database.ts).
import { startShared } from '../../postgres/open-database.js';

export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['TEST_DATABASE_URL']) return undefined;
  const { adminUrl, close } = await startShared();
  process.env['TEST_DATABASE_URL'] = adminUrl;
  return close;
}
