// Every account, searched and filtered by what stands in the address.
import { useQuery } from '@apollo/client/react';
import { UserX } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { graphql } from '@/graph/generated';
import { Answer, Lines } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { AccountFilters } from './account-filters';
import { AccountRow } from './account-row';
import { accountWords } from './account-words';
import classes from './admin.module.css';
import { AdminNavigation } from './admin-navigation';
import { filtersIn } from './filters-in-address';

const accounts = graphql(`
  query Accounts($search: String, $role: Role, $status: AccountStatus, $after: String) {
    adminUsers(first: 20, search: $search, role: $role, status: $status, after: $after) {
      edges {
        node {
          id
          ...AccountRow_user
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
  const words = useWords(accountWords);
  const [address] = useSearchParams();
  const { fetchMore, previousData, ...result } = useQuery(accounts, { variables: filtersIn(address) });
  const shown = { ...result, data: result.data ?? previousData };
  return (
    <Frame title={words.title} lead={words.lead}>
      <AdminNavigation />
      <AccountFilters />
      <Answer of={shown} skeleton={<Lines count={6} height={76} />}>
        {({ adminUsers: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <Empty icon={UserX} title={words.nobody} text={words.nobodyText} />
          ) : (
            <>
              <ul className={classes['rows']}>
                {edges.map(({ node }) => (
                  <AccountRow key={node.id} user={node} />
                ))}
              </ul>
              <LoadMore pageInfo={pageInfo} load={(after) => fetchMore({ variables: { after } })} />
            </>
          )
        }
      </Answer>
    </Frame>
  );
}
