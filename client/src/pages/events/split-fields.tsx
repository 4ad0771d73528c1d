// Who shares an expense, and with which part; says while one types what is still missing.
import { Checkbox, Fieldset, Stack, Text, TextInput } from '@mantine/core';
import type { ExpenseSplit } from '@/graph/generated/graphql';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import type { Parts, TypedPart } from './expense-parts';
import { expensesWords } from './expenses-words';
import type { Participant } from './people-of';

interface SplitFieldsProps {
  readonly split: ExpenseSplit;
  readonly currency: string;
  readonly people: readonly Participant[];
  readonly typed: readonly TypedPart[];
  readonly onType: (typed: readonly TypedPart[]) => void;
  readonly parts: Parts;
  /** Somebody tried to send it: what is wrong is said in red. */
  readonly isStrict: boolean;
  readonly error: string | undefined;
}

export function SplitFields({ split, currency, people, typed, onType, parts, isStrict, error }: SplitFieldsProps) {
  const words = useWords(expensesWords);
  const { money, number } = useFormats();
  const change = (userId: string, changed: Partial<TypedPart>) =>
    onType(typed.map((part) => (part.userId === userId ? { ...part, ...changed } : part)));
  const written = (rest: number) =>
    split === 'BY_AMOUNT' ? money({ amountMinor: Math.abs(rest), currency }) : `${number(Math.abs(rest) / 100)} %`;
  const hint =
    parts.rest > 0 ? words.missing(written(parts.rest)) : parts.rest < 0 ? words.tooMuch(written(parts.rest)) : null;
  const isNobody = parts.shares.length === 0 && parts.rest === 0;
  return (
    <Fieldset legend={words.who}>
      <Stack gap="sm">
        {people.map(({ id, name }) => {
          const part = typed.find(({ userId }) => userId === id);
          if (split === 'EVENLY') {
            return (
              <Checkbox
                key={id}
                label={name}
                checked={part?.isIn ?? false}
                onChange={({ currentTarget }) => change(id, { isIn: currentTarget.checked })}
              />
            );
          }
          return (
            <TextInput
              key={id}
              inputMode={split === 'BY_SHARES' ? 'numeric' : 'decimal'}
              autoComplete="off"
              label={words.part[split](name)}
              value={part?.text ?? ''}
              onChange={({ currentTarget }) => change(id, { text: currentTarget.value })}
              error={parts.unreadable.includes(id) && words.unreadable}
            />
          );
        })}
        <Text size="sm" role="status" {...(isStrict && { c: 'var(--mantine-color-error)' })}>
          {error ?? hint ?? (isStrict && isNobody ? words.nobody : null)}
        </Text>
      </Stack>
    </Fieldset>
  );
}
