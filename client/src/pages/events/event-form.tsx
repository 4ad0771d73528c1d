// The form of an event, new or not.
import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Refusal } from '@/graph/session';
import { Card } from '@/ui/card';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { eventFormWords } from './event-form-words';
import { type EventDetails, type EventValues, type Misfit, moveStart, readValues } from './event-values';

interface EventFormProps {
  readonly initial: EventValues;
  readonly submitLabel: string;
  readonly isBusy: boolean;
  readonly refusals: readonly Refusal[];
  readonly onSubmit: (details: EventDetails) => void;
  /** Beside the button. */
  readonly children?: ReactNode;
}

const fields = ['title', 'description', 'place', 'startsAt', 'endsAt', 'timeZone', 'capacity'] as const;
const zones = Intl.supportedValuesOf('timeZone');

export function EventForm({ initial, submitLabel, isBusy, refusals, onSubmit, children }: EventFormProps) {
  const words = useWords(eventFormWords);
  const refusedOf = useFieldErrors(refusals);
  const [values, setValues] = useState(initial);
  const [misfit, setMisfit] = useState<Misfit | null>(null);
  const errorOf = (field: (typeof fields)[number]) => (misfit?.field === field ? words[misfit.why] : refusedOf(field));
  const change = (changed: Partial<EventValues>) => {
    setMisfit(null);
    setValues((before) => ({ ...before, ...changed }));
  };
  const input = (field: (typeof fields)[number]) => ({
    label: words[field],
    value: values[field],
    error: errorOf(field),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => change({ [field]: currentTarget.value }),
  });
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    const read = readValues(values);
    if ('why' in read) return setMisfit(read);
    onSubmit(read);
  };
  return (
    <Card>
      <form onSubmit={submit}>
        <Stack>
          <TextInput {...input('title')} required maxLength={120} />
          <Textarea {...input('description')} autosize minRows={3} maxRows={14} maxLength={5000} />
          <TextInput {...input('place')} maxLength={200} />
          <Group align="flex-start" grow preventGrowOverflow={false}>
            <TextInput
              {...input('startsAt')}
              type="datetime-local"
              required
              onChange={({ currentTarget: { value } }) => change(moveStart(values, value))}
            />
            <TextInput {...input('endsAt')} type="datetime-local" required />
          </Group>
          <Select
            label={words.timeZone}
            description={words.timeZoneHelp}
            data={zones.includes(values.timeZone) ? zones : [values.timeZone, ...zones]}
            value={values.timeZone}
            onChange={(timeZone) => timeZone && change({ timeZone })}
            error={errorOf('timeZone')}
            searchable
            allowDeselect={false}
            required
          />
          <TextInput {...input('capacity')} description={words.capacityHelp} inputMode="numeric" />
          <Refusals of={refusals} fields={fields} />
          <Group justify="flex-end">
            {children}
            <Button type="submit" loading={isBusy}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
