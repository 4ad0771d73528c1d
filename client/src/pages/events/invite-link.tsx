// The link of an invitation, to copy, share, or send to somebody in chat.
import { Button, CopyButton, Group, Stack, TextInput } from '@mantine/core';
import { Check, Copy, Send, Share2 } from 'lucide-react';
import { useState } from 'react';
import { graphql } from '@/graph/generated';
import { FindPerson, type Person } from '@/parts/find-people';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { Refusals } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { guestsWords } from './guests-words';

const openRoom = graphql(`
  mutation OpenRoomOfInvitation($input: OpenDirectRoomInput!) {
    openDirectRoom(input: $input) {
      userErrors {
        ...Refusal
      }
      room {
        id
      }
    }
  }
`);

const sendLink = graphql(`
  mutation SendInvitation($input: SendMessageInput!) {
    sendMessage(input: $input) {
      userErrors {
        ...Refusal
      }
      message {
        id
      }
    }
  }
`);

interface InviteLinkProps {
  readonly token: string;
  readonly title: string;
}

export function InviteLink({ token, title }: InviteLinkProps) {
  const words = useWords(guestsWords);
  const viewer = useSignedIn();
  const [person, setPerson] = useState<Person | null>(null);
  // One message per link: sending it again after a failure is the same wish.
  const [clientMessageId] = useState(() => crypto.randomUUID());
  const opening = useAct(openRoom);
  const sending = useAct(sendLink);
  const link = `${location.origin}/invitations/${token}`;

  const send = async (to: Person) => {
    const room = (await opening.run({ input: { userId: to.id } }))?.openDirectRoom.room;
    if (!room) return;
    const body = words.message(title, link);
    const done = await sending.run({ input: { roomId: room.id, clientMessageId, body } });
    if (!done) return;
    setPerson(null);
    said(words.sent(to.displayName));
  };

  return (
    <Stack gap="sm" mt="md" role="status">
      <Group align="flex-end" gap="xs">
        <TextInput
          flex="1 1 14rem"
          readOnly
          label={words.link}
          value={link}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button
              variant="light"
              color={copied ? 'teal' : 'iris'}
              leftSection={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
              onClick={copy}
            >
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
        {'share' in navigator && (
          <Button
            variant="default"
            leftSection={<Share2 size={16} aria-hidden />}
            // Whoever closes the sheet of the system has changed their mind: that is no failure.
            onClick={() => void navigator.share({ title, url: link }).catch(() => undefined)}
          >
            {words.share}
          </Button>
        )}
      </Group>
      <Group align="flex-end" gap="xs">
        <div style={{ flex: '1 1 14rem' }}>
          <FindPerson label={words.sendTo} value={person} onChange={setPerson} without={[viewer.id]} />
        </div>
        <Button
          variant="light"
          disabled={!person}
          loading={opening.isBusy || sending.isBusy}
          leftSection={<Send size={16} aria-hidden />}
          onClick={() => person && void send(person)}
        >
          {words.send}
        </Button>
      </Group>
      <Refusals of={[...opening.refusals, ...sending.refusals]} />
    </Stack>
  );
}
