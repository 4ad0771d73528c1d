// How everybody stands, the transfers that make everybody even, and what was paid already.
import { Group, Stack, Text, Title } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { PersonLink } from '@/parts/person-link';
import { Price } from '@/parts/price';
import { Card, Cards } from '@/ui/card';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import classes from './balances.module.css';
import { expensesWords } from './expenses-words';
import { SettlementPlan } from './settlement-plan';

const fragment = graphql(`
  fragment Balances_event on Event {
    id
    balances {
      user {
        id
        ...PersonLink_user
      }
      amount {
        amountMinor
        currency
      }
    }
    settlements {
      id
      from {
        id
        displayName
      }
      to {
        id
        displayName
      }
      amount {
        amountMinor
        currency
      }
      recordedAt
    }
    ...SettlementPlan_event
  }
`);

interface BalancesProps {
  readonly event: FragmentType<typeof fragment>;
  readonly isOrganiser: boolean;
}

export function Balances({ event, isOrganiser }: BalancesProps) {
  const words = useWords(expensesWords);
  const { dateTime, money } = useFormats();
  const found = unmask(fragment, event);
  const { balances, settlements } = found;
  if (balances.length === 0) return null;
  const largest = Math.max(1, ...balances.map(({ amount }) => Math.abs(amount.amountMinor)));
  return (
    <Stack gap="lg">
      <section aria-labelledby="balances-title">
        <Title order={2} size="h5" id="balances-title" mb="sm">
          {words.balances}
        </Title>
        <Cards least="16rem">
          {balances.map(({ user, amount: { amountMinor, currency } }, at) => (
            <Card as="li" key={user?.id ?? at}>
              <Group justify="space-between" wrap="nowrap" gap="sm">
                <PersonLink user={user}>
                  {amountMinor > 0 ? words.owed : amountMinor < 0 ? words.owes : words.even}
                </PersonLink>
                {amountMinor !== 0 && (
                  <Text component="span" fw={650} className={classes['sum'] ?? ''} data-owed={amountMinor > 0}>
                    {money({ amountMinor: Math.abs(amountMinor), currency })}
                  </Text>
                )}
              </Group>
              <div className={classes['bar']} aria-hidden>
                <span
                  data-owed={amountMinor > 0}
                  style={{ inlineSize: `${(Math.abs(amountMinor) / largest) * 50}%` }}
                />
              </div>
            </Card>
          ))}
        </Cards>
      </section>
      <SettlementPlan event={found} isOrganiser={isOrganiser} />
      {settlements.length > 0 && (
        <section aria-labelledby="settled-title">
          <Title order={2} size="h5" id="settled-title" mb="xs">
            {words.settled}
          </Title>
          <Stack component="ul" gap={6} p={0} m={0} style={{ listStyle: 'none' }}>
            {settlements.map(({ id, from, to, amount, recordedAt }) => (
              <li key={id}>
                <Text component="span">
                  {words.paid(from?.displayName ?? words.somebody, to?.displayName ?? words.somebody)}{' '}
                </Text>
                <Price of={amount} />
                <Text component="span" size="sm" c="dimmed">
                  {' '}
                  · {dateTime(recordedAt)}
                </Text>
              </li>
            ))}
          </Stack>
        </section>
      )}
    </Stack>
  );
}
