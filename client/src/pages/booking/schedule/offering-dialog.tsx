// Makes an offer, or changes one. One key per dialog: sending it again makes one offer. A price rules out confirming by hand.
import { Button, Group, Modal, NumberInput, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { OfferingTerms_OfferingFragment } from '@/graph/generated/graphql';
import { digitsOf, readMoney, writeDecimal } from '@/parts/minor-units';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { stateWords } from '@/ui/state-words';
import { useWords } from '@/words/words';
import { scheduleWords } from '../schedule-words';
import { useSaveOffering } from './use-save-offering';

interface OfferingDialogProps {
  readonly coachId: string;
  /** Of what is new; one that exists keeps its own. */
  readonly currency: string;
  readonly offering: OfferingTerms_OfferingFragment | null;
  readonly onClose: () => void;
}

const FIELDS = [
  'name',
  'minutes',
  'price',
  'amountMinor',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
  'startEveryMinutes',
  'noticeMinutes',
  'horizonDays',
];

export function OfferingDialog({ coachId, currency: usual, offering, onClose }: OfferingDialogProps) {
  const words = useWords(scheduleWords);
  const states = useWords(stateWords);
  const currency = offering?.price.currency ?? usual;
  const [price, setPrice] = useState(() => writeDecimal(offering?.price.amountMinor ?? 0, digitsOf(currency)));
  const { save, isBusy, refusals } = useSaveOffering(coachId, offering);
  const errorOf = useFieldErrors(refusals);
  const amountMinor = readMoney(price, currency);
  const isPaid = (amountMinor ?? 0) > 0;

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (amountMinor === null) return;
    const form = new FormData(event.currentTarget);
    const number = (name: string) => (form.get(name) ? Number(form.get(name)) : null);
    const isSaved = await save({
      name: String(form.get('name')),
      minutes: Number(form.get('minutes')),
      price: { amountMinor, currency },
      requiresConfirmation: !isPaid && form.get('requiresConfirmation') !== null,
      bufferBeforeMinutes: number('bufferBeforeMinutes'),
      bufferAfterMinutes: number('bufferAfterMinutes'),
      startEveryMinutes: number('startEveryMinutes'),
      noticeMinutes: number('noticeMinutes'),
      horizonDays: number('horizonDays'),
    });
    if (isSaved) onClose();
  };
  const count = (name: string, label: string, value: number | undefined, min: number, max: number) => (
    <NumberInput
      name={name}
      label={label}
      defaultValue={value ?? ''}
      min={min}
      max={max}
      allowDecimal={false}
      error={errorOf(name)}
      hideControls
    />
  );

  return (
    <Modal
      opened
      onClose={onClose}
      title={offering ? words.editOffer : words.newOffer}
      closeButtonProps={{ 'aria-label': states.close }}
    >
      <form onSubmit={send}>
        <Stack>
          <TextInput
            name="name"
            label={words.name}
            defaultValue={offering?.name ?? ''}
            required
            maxLength={120}
            error={errorOf('name')}
            data-autofocus
          />
          <SimpleGrid cols={2}>
            <NumberInput
              name="minutes"
              label={words.minutes}
              defaultValue={offering?.minutes ?? 60}
              required
              min={5}
              max={1440}
              allowDecimal={false}
              error={errorOf('minutes')}
            />
            <TextInput
              label={words.price(currency)}
              inputMode="decimal"
              required
              value={price}
              onChange={({ currentTarget }) => setPrice(currentTarget.value)}
              error={amountMinor === null ? words.noPrice : (errorOf('amountMinor') ?? errorOf('price'))}
            />
          </SimpleGrid>
          <Switch
            name="requiresConfirmation"
            label={words.confirmation}
            description={words.confirmationHint}
            defaultChecked={offering?.isConfirmationRequired ?? false}
            disabled={isPaid}
          />
          <details>
            <summary>{words.details}</summary>
            <SimpleGrid cols={{ base: 1, xs: 2 }} mt="sm">
              {count('bufferBeforeMinutes', words.before, offering?.bufferBeforeMinutes, 0, 240)}
              {count('bufferAfterMinutes', words.after, offering?.bufferAfterMinutes, 0, 240)}
              {count('startEveryMinutes', words.every, offering?.startEveryMinutes, 5, 1440)}
              {count('noticeMinutes', words.notice, offering?.noticeMinutes, 0, 43_200)}
              {count('horizonDays', words.horizon, offering?.horizonDays, 1, 730)}
            </SimpleGrid>
          </details>
          <Refusals of={refusals} fields={FIELDS} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {states.cancel}
            </Button>
            <Button type="submit" loading={isBusy}>
              {offering ? words.saveOffer : words.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
