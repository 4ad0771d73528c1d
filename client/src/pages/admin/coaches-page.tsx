// Who wants to coach and who does, by where they stand (in the address); and the specialties they choose from.
import { useQuery } from '@apollo/client/react';
import { SegmentedControl } from '@mantine/core';
import { Sparkles } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { graphql } from '@/graph/generated';
import { useRefetchOnReturn } from '@/parts/use-refetch-on-return';
import { Answer, Lines } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import classes from './admin.module.css';
import { AdminNavigation } from './admin-navigation';
import { CoachRow } from './coach-row';
import { STANDINGS, standingIn } from './coach-standing';
import { coachWords } from './coach-words';
import { Specialties } from './specialties';

const coachesByStanding = graphql(`
  query CoachesByStanding($standing: CoachStanding!, $after: String) {
    coaches(first: 20, standing: $standing, after: $after) {
      edges {
        node {
          id
          standing
          ...CoachRow_coach
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
  const words = useWords(coachWords);
  const [address, setAddress] = useSearchParams();
  const standing = standingIn(address);
  const result = useQuery(coachesByStanding, { variables: { standing } });
  useRefetchOnReturn(result.refetch);
  return (
    <Frame title={words.title} lead={words.lead}>
      <AdminNavigation />
      <SegmentedControl
        aria-label={words.standing}
        value={standing}
        onChange={(chosen) => setAddress({ standing: chosen }, { replace: true })}
        data={STANDINGS.map((value) => ({ value, label: words.standings[value] }))}
        mb="lg"
        className={classes['standings'] ?? ''}
      />
      <Answer of={result} skeleton={<Lines count={2} height={140} />}>
        {({ coaches: { edges, pageInfo } }) => {
          // A decision changes where somebody stands: then they are not of this list any more.
          const here = edges.filter(({ node }) => node.standing === standing);
          return here.length === 0 ? (
            <Empty icon={Sparkles} title={words.none} text={words.noneText} />
          ) : (
            <>
              <ul className={classes['rows']}>
                {here.map(({ node }) => (
                  <CoachRow key={node.id} coach={node} />
                ))}
              </ul>
              <LoadMore pageInfo={pageInfo} load={(after) => result.fetchMore({ variables: { after } })} />
            </>
          );
        }}
      </Answer>
      <Specialties />
    </Frame>
  );
}
