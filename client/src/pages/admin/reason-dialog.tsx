// Asks for the reason of a privileged act, then does it. The act's refusals stand in the dialog, which stays open.
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import type { Refusal } from '@/graph/session';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { stateWords } from '@/ui/state-words';
import { inBoth, useWords } from '@/words/words';

const reasonWords = inBoth({
  en: { reason: 'Reason', noted: 'It is noted in the audit trail.' },
  fr: { reason: 'Raison', noted: 'Elle est notée dans le journal d’audit.' },
});

interface ReasonDialogProps {
  readonly title: string;
  readonly text: string;
  /** What it does, as a verb. */
  readonly yes: string;
  readonly isOpen: boolean;
  readonly isHarmful: boolean;
  readonly isBusy: boolean;
  readonly refusals: readonly Refusal[];
  readonly onClose: () => void;
  readonly onGiven: (reason: string) => void;
  readonly children?: ReactNode;
}

export function ReasonDialog({ title, text, yes, isOpen, isHarmful, isBusy, refusals, ...rest }: ReasonDialogProps) {
  const words = useWords(reasonWords);
  const states = useWords(stateWords);
  const errorOf = useFieldErrors(refusals);
  const give = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    rest.onGiven(String(new FormData(event.currentTarget).get('reason')).trim());
  };
  return (
    <Modal
      opened={isOpen}
      onClose={rest.onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': states.close }}
    >
      <form onSubmit={give}>
        <Stack>
          <Text c="dimmed">{text}</Text>
          <Textarea
            name="reason"
            label={words.reason}
            description={words.noted}
            error={errorOf('reason')}
            required
            maxLength={500}
            minRows={3}
            autosize
            data-autofocus
          />
          <Refusals of={refusals} fields={['reason']} />
          <Group justify="flex-end">
            <Button variant="default" onClick={rest.onClose}>
              {states.cancel}
            </Button>
            <Button type="submit" loading={isBusy} {...(isHarmful && { color: 'red.8' })}>
              {yes}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
