// What a course says of itself: its title, its description, its price.
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Refusal } from '@/graph/session';
import { readMoney, writeDecimal } from '@/parts/minor-units';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { teachingWords } from './teaching-words';

interface CourseFormProps {
  readonly title?: string;
  readonly description?: string;
  /** In cents; null for free. */
  readonly price?: number | null;
  readonly submit: string;
  readonly isBusy: boolean;
  readonly refusals: readonly Refusal[];
  readonly onSubmit: (given: { title: string; description: string; price: number }) => void;
  readonly onCancel?: () => void;
}

export function CourseForm(props: CourseFormProps) {
  const { title = '', description = '', price = null, submit, isBusy, refusals, onSubmit, onCancel } = props;
  const words = useWords(teachingWords);
  const errorOf = useFieldErrors(refusals);
  const [isBadPrice, setBadPrice] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = String(form.get('price')).trim();
    const amount = typed === '' ? 0 : readMoney(typed, 'EUR');
    setBadPrice(amount === null || amount < 0);
    if (amount === null || amount < 0) return;
    onSubmit({ title: String(form.get('title')), description: String(form.get('description')), price: amount });
  };
  return (
    <form onSubmit={send}>
      <Stack>
        <TextInput
          name="title"
          label={words.title}
          required
          maxLength={120}
          defaultValue={title}
          error={errorOf('title')}
        />
        <Textarea
          name="description"
          label={words.description}
          required
          maxLength={5000}
          autosize
          minRows={3}
          defaultValue={description}
          error={errorOf('description')}
        />
        <TextInput
          name="price"
          label={words.price}
          description={words.priceHint}
          inputMode="decimal"
          defaultValue={price ? writeDecimal(price, 2) : ''}
          error={isBadPrice ? words.badPrice : errorOf('price')}
        />
        <Refusals of={refusals} fields={['title', 'description', 'price']} />
        <Group>
          <Button type="submit" loading={isBusy}>
            {submit}
          </Button>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {words.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
