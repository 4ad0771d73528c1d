// The person as a coach: an application, or what they offer.
import { useQuery } from '@apollo/client/react';
import { graphql } from '@/graph/generated';
import { Answer, Lines } from '@/ui/answer';
import { useWords } from '@/words/words';
import { AccountFrame } from './account-frame';
import { ApplyForm } from './apply-form';
import { CoachForm } from './coach-form';
import { CoachStanding } from './coach-standing';
import { coachWords } from './coach-words';
import { Section } from './section';

const coachQuery = graphql(`
  query OwnCoach {
    me {
      id
      coach {
        id
        standing
        ...CoachStanding_coach
        ...OfferFields_coach
      }
    }
    specialties {
      id
      nameEn
      nameFr
      isArchived
    }
  }
`);

export function Page() {
  const words = useWords(coachWords);
  const asked = useQuery(coachQuery);
  return (
    <AccountFrame section="coach">
      <Answer of={asked} skeleton={<Lines count={2} height={220} />}>
        {({ me, specialties }) => {
          const coach = me?.coach ?? null;
          const mayApply = !coach || coach.standing === 'DECLINED' || coach.standing === 'WITHDRAWN';
          return (
            <>
              {coach && <CoachStanding coach={coach} />}
              {mayApply ? (
                <Section title={words.applyTitle} text={coach ? words.againText : words.applyText}>
                  <ApplyForm viewerId={me?.id ?? ''} before={coach} specialties={specialties} />
                </Section>
              ) : (
                <Section title={words.profileTitle}>
                  <CoachForm coach={coach} specialties={specialties} reload={() => asked.refetch()} />
                </Section>
              )}
            </>
          );
        }}
      </Answer>
    </AccountFrame>
  );
}
