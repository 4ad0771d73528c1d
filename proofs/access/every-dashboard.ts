// The dashboard, which is known by a period and not by an id: every subgraph counts for admins, and for nobody else.
import { subgraphNames } from '@mosaic/embedded/supervisor/subgraphs';
import type { CallerKeys } from '@mosaic/kernel/identity/caller-assertion';
import { intervalOf } from '@mosaic/schema/period';
import { describe, expect, test } from 'vitest';
import { askSubgraph } from './ask-as.js';
import { fieldsIn } from './doors.js';
import { rootRows, viewers } from './matrix.js';
import type { Staged } from './stage.js';

const type = 'AdminDashboard';
const period = intervalOf({ from: new Date('2026-01-01'), to: new Date('2026-02-01') });
const admitted = rootRows.find(({ field }) => field === 'adminDashboard')?.admits ?? [];

export function everyDashboard(staged: Staged, keys: CallerKeys): void {
  describe.each(subgraphNames)(`${type} through _entities of %s`, (name) => {
    const query = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on ${type} { ${fieldsIn(name, type)} } } }`;
    test.concurrent.each(viewers)('as %s', async (viewer) => {
      const { urls, people } = staged.now;
      const refs = [{ __typename: type, period }];
      const { data } = await askSubgraph({ name, url: urls[name], keys }, people[viewer], query, { refs });
      const [dashboard = null] = (data?.['_entities'] ?? []) as (object | null)[];
      if (admitted.includes(viewer)) expect(Object.values(dashboard ?? { missing: null })).not.toContain(null);
      else expect(dashboard).toBeNull();
    });
  });
}
