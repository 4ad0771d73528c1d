// Who did what with special rights, the latest first; and whether the trail is whole.
import { useQuery } from '@apollo/client/react';
import { Group, NativeSelect } from '@mantine/core';
import { ScrollText } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { graphql } from '@/graph/generated';
import { Answer, Lines } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { AdminNavigation } from './admin-navigation';
import { AuditTable } from './audit-table';
import { auditWords } from './audit-words';
import { withFilter } from './filters-in-address';
import { VerifyChain } from './verify-chain';

const trail = graphql(`
  query AuditTrail($action: String, $after: String) {
    auditTrail(first: 25, action: $action, after: $after) {
      edges {
        node {
          id
          ...AuditTable_entry
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export function Page() {
  const words = useWords(auditWords);
  const [address, setAddress] = useSearchParams();
  const action = address.get('action');
  const { fetchMore, previousData, ...result } = useQuery(trail, { variables: { action } });
  const shown = { ...result, data: result.data ?? previousData };
  return (
    <Frame title={words.title} lead={words.lead}>
      <AdminNavigation />
      <VerifyChain />
      <Group mt="lg" mb="md">
        <NativeSelect
          label={words.action}
          value={action ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            setAddress((current) => withFilter(current, 'action', chosen), { replace: true });
          }}
          data={[
            { value: '', label: words.all },
            ...Object.entries(words.actions).map(([value, label]) => ({ value, label })),
          ]}
        />
      </Group>
      <Answer of={shown} skeleton={<Lines count={6} height={56} />}>
        {({ auditTrail: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <Empty icon={ScrollText} title={words.none} text={words.noneText} />
          ) : (
            <>
              <AuditTable entries={edges.map(({ node }) => node)} />
              <LoadMore pageInfo={pageInfo} load={(after) => fetchMore({ variables: { after } })} />
            </>
          )
        }
      </Answer>
    </Frame>
  );
}
