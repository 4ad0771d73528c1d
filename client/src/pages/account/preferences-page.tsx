// What the person wants to be told of, in the app and by mail. Each switch is kept at once.
import { useQuery } from '@apollo/client/react';
import { graphql } from '@/graph/generated';
import type { NotificationKind } from '@/graph/generated/graphql';
import { Answer, Lines } from '@/ui/answer';
import { useWords } from '@/words/words';
import { AccountFrame } from './account-frame';
import { PreferenceTable } from './preference-table';
import { preferencesWords } from './preferences-words';
import { Section } from './section';

const preferencesQuery = graphql(`
  query NotificationPreferences {
    me {
      id
      notificationPreferences {
        kind
        isInApp
        isByMail
      }
    }
  }
`);

type Group = keyof (typeof preferencesWords)['en']['groups'];
/** What is not named here is learning. */
const groups: Readonly<Record<Exclude<Group, 'learning'>, readonly NotificationKind[]>> = {
  people: ['COMMENT_ADDED', 'COMMENT_ANSWERED', 'MEDIA_COMMENTED', 'FOLLOWED'],
  time: [
    'APPOINTMENT_REQUESTED',
    'APPOINTMENT_CONFIRMED',
    'APPOINTMENT_DECLINED',
    'APPOINTMENT_RESCHEDULED',
    'APPOINTMENT_CANCELLED',
    'SEAT_OFFERED',
    'ALERT_OPENED',
  ],
  shop: ['ORDER_CONFIRMED', 'ORDER_REFUNDED'],
};

const groupOf = (kind: NotificationKind): Group =>
  (Object.keys(groups) as (keyof typeof groups)[]).find((name) => groups[name].includes(kind)) ?? 'learning';

export function Page() {
  const words = useWords(preferencesWords);
  const asked = useQuery(preferencesQuery);
  return (
    <AccountFrame section="notifications" lead={words.lead}>
      <Answer of={asked} skeleton={<Lines count={4} height={160} />}>
        {({ me }) =>
          (Object.keys(words.groups) as Group[]).map((group) => (
            <Section key={group} title={words.groups[group]}>
              <PreferenceTable
                viewerId={me?.id ?? ''}
                label={words.groups[group]}
                preferences={(me?.notificationPreferences ?? []).filter(({ kind }) => groupOf(kind) === group)}
              />
            </Section>
          ))
        }
      </Answer>
    </AccountFrame>
  );
}
