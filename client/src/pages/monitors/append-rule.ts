// Puts a new rule at the end of its monitor's rules, which the cache keeps as a plain list.
import type { ApolloCache, Reference } from '@apollo/client';
import { idOf } from '@/graph/edit-lists';

export function appendRule(cache: ApolloCache, monitorId: string, ruleId: string): void {
  const monitor = idOf(cache, 'Monitor', monitorId);
  if (!monitor) return;
  cache.modify({
    id: monitor,
    fields: {
      rules(rules: readonly Reference[], { toReference }) {
        const rule = toReference({ __typename: 'AlertRule', id: ruleId });
        return rule && !rules.some(({ __ref }) => __ref === rule.__ref) ? [...rules, rule] : rules;
      },
    },
  });
}
