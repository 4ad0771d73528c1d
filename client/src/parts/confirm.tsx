// Asks before something that cannot be undone: `if (await confirm({ title, yes })) await act.run(…)`.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { stateWords } from '@/ui/state-words';
import { useWords } from '@/words/words';

interface Question {
  readonly title: string;
  /** What will be lost, or who will notice. */
  readonly text?: string;
  /** What it does, as a verb: "Delete", never "OK". */
  readonly yes: string;
  /** What leaves everything as it is; "Cancel" when not given. */
  readonly no?: string;
  /** It destroys nothing; asked because nothing takes it back. */
  readonly isHarmless?: boolean;
}

/**
 * Returns the dialog, to put anywhere in the page, and `confirm`, which opens it and resolves to the answer. Closing it
 * is a no. It opens on the harmless button, and focus goes back to where it was.
 */
export function useConfirm(): readonly [dialog: ReactNode, confirm: (question: Question) => Promise<boolean>] {
  const words = useWords(stateWords);
  const [question, setQuestion] = useState<Question | null>(null);
  const [isOpen, setOpen] = useState(false);
  const resolve = useRef<((answer: boolean) => void) | null>(null);

  const answer = (value: boolean) => {
    setOpen(false);
    resolve.current?.(value);
    resolve.current = null;
  };
  const confirm = (asked: Question) =>
    new Promise<boolean>((settle) => {
      // Two questions at once: the earlier one is a no.
      resolve.current?.(false);
      resolve.current = settle;
      setQuestion(asked);
      setOpen(true);
    });

  const dialog = (
    <Modal
      opened={isOpen}
      onClose={() => answer(false)}
      title={question?.title}
      centered
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Stack>
        {question?.text && <Text c="dimmed">{question.text}</Text>}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => answer(false)}>
            {question?.no ?? words.cancel}
          </Button>
          <Button {...(!question?.isHarmless && { color: 'red.8' })} onClick={() => answer(true)}>
            {question?.yes}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
  return [dialog, confirm];
}
