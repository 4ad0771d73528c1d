// The dashboard of admins, as far as booking counts for it.
import { expect, test } from 'vitest';
import { openGraph } from '../lab/open-graph.js';
import { askerFor, person } from '../lab/people.js';

const graph = openGraph();
const period = '2026-11-01T00:00:00.000Z/2026-12-01T00:00:00.000Z';

test('counts are for admins, and only over a period', async () => {
  const count = (role: string, of = period) =>
    graph().entity(askerFor(person(role)), 'AdminDashboard', { period: of }, 'appointmentCount');
  expect(await count('ADMIN')).toEqual({ appointmentCount: 0 });
  expect(await count('ADMIN', 'yesterday')).toEqual({ appointmentCount: null });
  expect(await count('USER')).toBeNull();
});
