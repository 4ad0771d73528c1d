// Enters a reading: line, latest value and statistics have it at once.
import { Button, NumberInput, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { graphql } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { Card } from '@/ui/card';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { alertWords } from './alert-words';
import { keepReading } from './keep-reading';

const recordReading = graphql(`
  mutation RecordReading($input: RecordReadingInput!) {
    recordReading(input: $input) {
      reading {
        id
        value
        at
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

interface RecordReadingProps {
  readonly monitorId: string;
  readonly unit: string;
  /** Told before it is sent, and when the answer is in the cache. */
  readonly onBusy: (isBusy: boolean) => void;
}

export function RecordReading({ monitorId, unit, onBusy }: RecordReadingProps) {
  const words = useWords(alertWords);
  const formats = useFormats();
  const record = useAct(recordReading);
  const errorOf = useFieldErrors(record.refusals);
  const [value, setValue] = useState<number | string>('');
  const [when, setWhen] = useState('');
  // One wish until it is answered: sent again after a failure, it is known by its key and its moment.
  const wish = useRef<{ readonly idempotencyKey: string; readonly at: string } | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (typeof value !== 'number') return;
    const at = (when ? new Date(when) : new Date()).toISOString();
    wish.current ??= { idempotencyKey: crypto.randomUUID(), at };
    const input = { monitorId, value, ...wish.current };
    onBusy(true);
    const data = await record.run(
      { input },
      {
        update(cache, { data: answer }) {
          const reading = answer?.recordReading.reading;
          if (reading) keepReading(cache, monitorId, reading, Date.now());
        },
      },
    );
    onBusy(false);
    if (!data) return;
    wish.current = null;
    // Who types the next one already keeps it.
    setValue((shown) => (shown === value ? '' : shown));
    setWhen((shown) => (shown === when ? '' : shown));
    said(words.recorded(`${formats.number(value)} ${unit}`));
  };
  const change =
    <T,>(set: (next: T) => void) =>
    (next: T) => {
      // Another value is another wish.
      wish.current = null;
      set(next);
    };
  return (
    <Card as="section">
      <form onSubmit={(event) => void send(event)}>
        <Stack gap="sm">
          <Title order={2} size="h4">
            {words.enter}
          </Title>
          <Refusals of={record.refusals} fields={['value', 'at']} />
          <NumberInput
            label={`${words.reading} (${unit})`}
            value={value}
            onChange={change(setValue)}
            required
            decimalSeparator={formats.number(1.5).includes(',') ? ',' : '.'}
            allowedDecimalSeparators={[',', '.']}
            hideControls
            error={errorOf('value')}
          />
          <TextInput
            type="datetime-local"
            label={words.when}
            description={words.whenText}
            value={when}
            onChange={(event) => change(setWhen)(event.currentTarget.value)}
            error={errorOf('at')}
          />
          <Button type="submit" loading={record.isBusy} disabled={typeof value !== 'number'}>
            {words.record}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
