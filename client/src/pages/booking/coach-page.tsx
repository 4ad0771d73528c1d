// A coach: who they are, what they offer, and their free times, to book.
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { UserX } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { graphql } from '@/graph/generated';
import { useSignedIn } from '@/parts/viewer';
import { Answer, Lines } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { Notice } from '@/ui/notice';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { Booking } from './booking';
import { CoachAbout } from './coach-about';
import classes from './coach-page.module.css';
import { coachWords } from './coach-words';

const coachQuery = graphql(`
  query CoachProfile($id: ID!) {
    coach(id: $id) {
      id
      headline
      user {
        id
        displayName
      }
      ...CoachAbout_coach
      ...Booking_coach
    }
  }
`);

export function Page() {
  const words = useWords(coachWords);
  const viewer = useSignedIn();
  const { coachId = '' } = useParams();
  const result = useQuery(coachQuery, { variables: { id: coachId } });
  const coach = result.data?.coach;
  const isOwn = coach?.user?.id === viewer.id;
  return (
    <Frame title={coach?.user?.displayName ?? ''} lead={coach?.headline}>
      <Answer of={result} skeleton={<Lines count={2} height={220} />}>
        {({ coach: known }) =>
          known ? (
            <>
              {isOwn && <Notice text={words.own} />}
              <div className={classes['columns']}>
                <CoachAbout coach={known} isOwn={isOwn} />
                <Booking coach={known} isOwn={isOwn} />
              </div>
            </>
          ) : (
            <Empty icon={UserX} title={words.missingTitle} text={words.missing}>
              <Button component={Link} to="/coaches" variant="light">
                {words.all}
              </Button>
            </Empty>
          )
        }
      </Answer>
    </Frame>
  );
}
