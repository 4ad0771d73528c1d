// Everything the person bought, the latest first.
import { useQuery } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { ReceiptText } from 'lucide-react';
import { Link } from 'react-router';
import { graphql } from '@/graph/generated';
import { Answer } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { OrderRow } from './order-row';
import { orderWords } from './order-words';

const ordersQuery = graphql(`
  query MyOrders($after: String) {
    me {
      id
      orders(first: 20, after: $after) {
        edges {
          cursor
          node {
            id
            ...OrderRow_order
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export function Page() {
  const words = useWords(orderWords);
  const result = useQuery(ordersQuery);
  return (
    <Frame title={words.orders} width="narrow">
      <Answer of={result}>
        {({ me }) => {
          if (!me?.orders || me.orders.edges.length === 0) {
            return (
              <Empty icon={ReceiptText} title={words.none} text={words.noneText}>
                <Button component={Link} to="/shop">
                  {words.toShop}
                </Button>
              </Empty>
            );
          }
          return (
            <>
              <Stack component="ul" gap="sm" p={0} m={0}>
                {me.orders.edges.map(({ node }) => (
                  <OrderRow key={node.id} order={node} />
                ))}
              </Stack>
              <LoadMore pageInfo={me.orders.pageInfo} load={(after) => result.fetchMore({ variables: { after } })} />
            </>
          );
        }}
      </Answer>
    </Frame>
  );
}
