// Asks for the title of an album: for a new one, and for another title.
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { Refusal } from '@/graph/session';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { stateWords } from '@/ui/state-words';
import { useWords } from '@/words/words';
import { albumWords } from './album-words';

interface TitleDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What it is for: also what its button says. */
  readonly heading: string;
  readonly yes: string;
  readonly title?: string;
  readonly isBusy: boolean;
  readonly refusals: readonly Refusal[];
  readonly onTitle: (title: string) => void;
}

export function TitleDialog({ isOpen, onClose, heading, yes, title, isBusy, refusals, onTitle }: TitleDialogProps) {
  const words = useWords(albumWords);
  const states = useWords(stateWords);
  const errorOf = useFieldErrors(refusals);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onTitle(String(new FormData(event.currentTarget).get('title')).trim());
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title={heading} centered closeButtonProps={{ 'aria-label': states.close }}>
      <form onSubmit={submit}>
        <Stack>
          <Refusals of={refusals} fields={['title']} />
          <TextInput
            name="title"
            label={words.title}
            required
            maxLength={100}
            defaultValue={title}
            error={errorOf('title')}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {states.cancel}
            </Button>
            <Button type="submit" loading={isBusy}>
              {yes}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
