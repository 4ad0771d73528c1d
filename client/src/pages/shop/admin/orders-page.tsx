// Everybody's orders, by where they stand; money is given back here. For admins.
import { useQuery } from '@apollo/client/react';
import { NativeSelect, Stack } from '@mantine/core';
import { ReceiptText } from 'lucide-react';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { graphql, unmask } from '@/graph/generated';
import type { OrderStatus } from '@/graph/generated/graphql';
import { AdminNavigation } from '@/pages/admin/admin-navigation';
import { Answer } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { orderWords } from '../order-words';
import { adminShopWords } from './admin-shop-words';
import { OneOrder, oneOrderFragment } from './one-order';

const adminOrdersQuery = graphql(`
  query AdminOrders($after: String, $status: OrderStatus) {
    adminOrders(first: 20, after: $after, status: $status) {
      edges {
        cursor
        node {
          id
          ...OneOrder_order
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** A refund leaves within seconds. */
const AGAIN_MS = 2_000;

export function Page() {
  const words = useWords(adminShopWords);
  const { statuses } = useWords(orderWords);
  const [address, setAddress] = useSearchParams();
  const status = (Object.keys(statuses) as OrderStatus[]).find((one) => one === address.get('status')) ?? null;
  const result = useQuery(adminOrdersQuery, { variables: { status } });
  const orders =
    unmask(
      oneOrderFragment,
      result.data?.adminOrders.edges.map(({ node }) => node),
    ) ?? [];
  const isMoving = orders.some(({ lines }) => lines.some((line) => line.status === 'REFUNDING'));
  const { startPolling, stopPolling } = result;
  useEffect(() => {
    if (!isMoving) return;
    startPolling(AGAIN_MS);
    return stopPolling;
  }, [isMoving, startPolling, stopPolling]);
  return (
    <Frame title={words.orders} lead={words.ordersLead}>
      <AdminNavigation />
      <NativeSelect
        label={words.status}
        maw={260}
        mb="md"
        value={status ?? ''}
        onChange={({ currentTarget: { value } }) => setAddress(value ? { status: value } : {})}
        data={[
          { value: '', label: words.all },
          ...Object.entries(statuses).map(([value, label]) => ({ value, label })),
        ]}
      />
      <Answer of={result}>
        {({ adminOrders: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <Empty icon={ReceiptText} title={words.noOrders} />
          ) : (
            <>
              <Stack component="ul" gap="sm" p={0} m={0}>
                {edges.map(({ node }) => (
                  <OneOrder key={node.id} order={node} />
                ))}
              </Stack>
              <LoadMore pageInfo={pageInfo} load={(after) => result.fetchMore({ variables: { after } })} />
            </>
          )
        }
      </Answer>
    </Frame>
  );
}
