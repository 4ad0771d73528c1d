// What was spent for an event, how everybody stands, and who pays whom to be even.
import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Title } from '@mantine/core';
import { Plus, ReceiptText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { graphql } from '@/graph/generated';
import { useSignedIn } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { useWords } from '@/words/words';
import { AddExpense } from './add-expense';
import { Balances } from './balances';
import { ExpenseRow } from './expense-row';
import { expensesWords } from './expenses-words';
import { peopleOf } from './people-of';
import classes from './tasks.module.css';
import { whileSeen } from './use-live-events';

const eventExpenses = graphql(`
  query EventExpenses($id: ID!, $after: String) {
    event(id: $id) {
      id
      currency
      organiser {
        id
      }
      expenses(first: 100, after: $after) {
        edges {
          cursor
          node {
            id
            ...ExpenseRow_expense
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      ...Balances_event
      ...PeopleOf_event
    }
  }
`);

export function ExpensesTab({ eventId }: { readonly eventId: string }) {
  const words = useWords(expensesWords);
  const viewer = useSignedIn();
  const [isAdding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAdding = useRef(false);
  // Where the form was opened, one goes on when it closes.
  useEffect(() => {
    if (wasAdding.current && !isAdding) opener.current?.focus();
    wasAdding.current = isAdding;
  }, [isAdding]);
  const result = useQuery(eventExpenses, { variables: { id: eventId }, ...whileSeen });
  return (
    <Answer of={result}>
      {({ event }) => {
        if (!event) return null;
        const { edges, pageInfo } = event.expenses;
        const isOrganiser = event.organiser?.id === viewer.id;
        return (
          <Stack gap="lg">
            <Balances event={event} isOrganiser={isOrganiser} />
            <section aria-labelledby="expenses-title">
              <Group justify="space-between" mb="sm">
                <Title order={2} size="h5" id="expenses-title">
                  {words.expenses}
                </Title>
                {!isAdding && (
                  <Button ref={opener} leftSection={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
                    {words.add}
                  </Button>
                )}
              </Group>
              {isAdding && (
                <AddExpense
                  eventId={eventId}
                  fixedCurrency={event.currency}
                  people={peopleOf(event)}
                  onEnd={() => setAdding(false)}
                />
              )}
              {edges.length === 0 && !isAdding && (
                <Card>
                  <Empty icon={ReceiptText} title={words.empty} text={words.emptyText} />
                </Card>
              )}
              {edges.length > 0 && (
                <ul className={classes['tasks']}>
                  {edges.map(({ node }) => (
                    <ExpenseRow key={node.id} expense={node} eventId={eventId} isOrganiser={isOrganiser} />
                  ))}
                </ul>
              )}
              <LoadMore
                pageInfo={pageInfo}
                load={(after) => {
                  // Looking again would begin the list anew.
                  result.stopPolling();
                  return result.fetchMore({ variables: { after } });
                }}
              />
            </section>
          </Stack>
        );
      }}
    </Answer>
  );
}
