// What a link invites to, for whoever holds it; accepting needs an account.
import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Clock, MailX, MapPin } from 'lucide-react';
import { Link, useNavigate, useParams } from 'react-router';
import { graphql } from '@/graph/generated';
import type { InvitationPreviewQuery } from '@/graph/generated/graphql';
import { PersonLink } from '@/parts/person-link';
import { useAct } from '@/parts/use-act';
import { useViewer } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page as Frame } from '@/ui/page';
import { Refusals } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { DateTile } from './date-tile';
import { listEvent } from './event-lists';
import { eventWords } from './event-words';
import { invitationWords } from './invitation-page-words';
import { useWhen } from './use-when';

const invitationPreview = graphql(`
  query InvitationPreview($token: String!) {
    invitation(token: $token) {
      expiresAt
      title
      description
      place
      startsAt
      endsAt
      timeZone
      organiser {
        id
        ...PersonLink_user
      }
    }
  }
`);

const acceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      userErrors {
        ...Refusal
      }
      event {
        id
        ...EventCard_event
      }
    }
  }
`);

export function Page() {
  const { token = '' } = useParams();
  const words = useWords(invitationWords);
  const viewer = useViewer();
  const result = useQuery(invitationPreview, { variables: { token }, fetchPolicy: 'network-only' });
  return (
    <Frame title={words.title} width="narrow">
      <Answer of={result}>
        {({ invitation }) =>
          invitation ? (
            <Preview invitation={invitation} token={token} />
          ) : (
            <Card>
              <Empty icon={MailX} title={words.gone} text={words.goneText}>
                {viewer && (
                  <Button component={Link} to="/events" variant="light" mt="sm">
                    {words.yourEvents}
                  </Button>
                )}
              </Empty>
            </Card>
          )
        }
      </Answer>
    </Frame>
  );
}

interface PreviewProps {
  readonly invitation: NonNullable<InvitationPreviewQuery['invitation']>;
  readonly token: string;
}

function Preview({ invitation, token }: PreviewProps) {
  const words = useWords(invitationWords);
  const { noPlace } = useWords(eventWords);
  const { dateTime } = useFormats();
  const { title, description, place, startsAt, organiser, expiresAt } = invitation;
  const { here, there } = useWhen(invitation);
  return (
    <Card>
      <Stack>
        <Group wrap="nowrap" align="flex-start">
          <DateTile instant={startsAt} id={title} />
          <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Title>
        </Group>
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <Clock size={20} aria-hidden style={{ flex: 'none' }} />
          <div>
            <Text fw={600}>{here}</Text>
            {there && (
              <Text size="sm" c="dimmed">
                {there}
              </Text>
            )}
          </div>
        </Group>
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <MapPin size={20} aria-hidden style={{ flex: 'none' }} />
          <Text style={{ overflowWrap: 'anywhere' }}>{place ?? noPlace}</Text>
        </Group>
        {organiser && <PersonLink user={organiser} />}
        {description && <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{description}</Text>}
        <Text size="sm" c="dimmed">
          {words.until(dateTime(expiresAt))}
        </Text>
        <Accept token={token} />
      </Stack>
    </Card>
  );
}

function Accept({ token }: { readonly token: string }) {
  const words = useWords(invitationWords);
  const viewer = useViewer();
  const navigate = useNavigate();
  const act = useAct(acceptInvitation);
  const accept = async () => {
    const done = await act.run(
      { input: { token } },
      { update: (cache, { data }) => data?.acceptInvitation.event && listEvent(cache, data.acceptInvitation.event.id) },
    );
    const event = done?.acceptInvitation.event;
    if (!event) return;
    said(words.accepted);
    await navigate(`/events/${event.id}`, { replace: true });
  };
  if (!viewer) {
    const next = encodeURIComponent(`/invitations/${token}`);
    return (
      <Group>
        <Button component={Link} to={`/sign-in?next=${next}`}>
          {words.signIn}
        </Button>
        <Button component={Link} to={`/sign-up?next=${next}`} variant="default">
          {words.signUp}
        </Button>
      </Group>
    );
  }
  return (
    <Stack gap="sm" align="flex-start">
      <Refusals of={act.refusals} />
      <Button loading={act.isBusy} onClick={() => void accept()}>
        {words.accept}
      </Button>
    </Stack>
  );
}
