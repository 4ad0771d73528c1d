// Writing an expense down: what for, how much, who paid, and who bears which part.
import { Button, Group, NativeSelect, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ExpenseSplit } from '@/graph/generated/graphql';
import { readMoney } from '@/parts/minor-units';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { Card } from '@/ui/card';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { stateWords } from '@/ui/state-words';
import { ownTimeZone } from '@/words/formats';
import { useWords } from '@/words/words';
import { clockAt, instantOf } from './clock-time';
import { CurrencySelect } from './currency-select';
import { listExpense } from './event-lists';
import { addExpense } from './expense-acts';
import { fits, readParts, type TypedPart } from './expense-parts';
import { expensesWords } from './expenses-words';
import type { Participant } from './people-of';
import { SplitFields } from './split-fields';
import { useWish } from './use-wish';

interface AddExpenseProps {
  readonly eventId: string;
  /** That of the first expense; null before there is one. */
  readonly fixedCurrency: string | null;
  readonly people: readonly Participant[];
  readonly onEnd: () => void;
}

const splits = ['EVENLY', 'BY_SHARES', 'BY_PERCENTAGE', 'BY_AMOUNT'] as const satisfies readonly ExpenseSplit[];
const today = (): string => clockAt(new Date(), ownTimeZone()).slice(0, 10);

export function AddExpense({ eventId, fixedCurrency, people, onEnd }: AddExpenseProps) {
  const words = useWords(expensesWords);
  const { cancel } = useWords(stateWords);
  const viewer = useSignedIn();
  const act = useAct(addExpense);
  const errorOf = useFieldErrors(act.refusals);
  const wish = useWish();
  const [chosenCurrency, setCurrency] = useState('EUR');
  const [amountText, setAmountText] = useState('');
  const [split, setSplit] = useState<ExpenseSplit>('EVENLY');
  const [typed, setTyped] = useState<readonly TypedPart[]>(() =>
    people.map(({ id, isComing }) => ({ userId: id, isIn: isComing || id === viewer.id, text: '' })),
  );
  const [wasTried, setTried] = useState(false);
  const currency = fixedCurrency ?? chosenCurrency;
  const amountMinor = readMoney(amountText, currency);
  const parts = readParts(split, typed, { amountMinor: amountMinor ?? 0, currency });

  const save = async (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault();
    setTried(true);
    if (!amountMinor || !fits(parts)) return;
    const fields = new FormData(submitted.currentTarget);
    const day = String(fields.get('spentOn'));
    const wished = {
      eventId,
      title: String(fields.get('title')),
      amount: { amountMinor, currency },
      paidById: String(fields.get('payer')),
      split,
      shares: [...parts.shares],
      // Today is now; another day is its noon, wherever one reads it.
      ...(day !== today() && { spentAt: instantOf(`${day}T12:00`, ownTimeZone())?.toISOString() ?? null }),
    };
    const done = await act.run(
      { input: { ...wished, idempotencyKey: wish.keyFor(wished) } },
      {
        update: (cache, { data }) =>
          data?.addExpense.expense && listExpense(cache, eventId, data.addExpense.expense.id),
      },
    );
    if (!done) return;
    wish.fulfil();
    onEnd();
  };

  return (
    <Card as="section" aria-labelledby="add-expense">
      <form onSubmit={(submitted) => void save(submitted)}>
        <Stack gap="md">
          <Title order={3} size="h5" id="add-expense">
            {words.add}
          </Title>
          <TextInput name="title" required maxLength={120} autoFocus label={words.title} error={errorOf('title')} />
          <Group align="flex-start" gap="sm">
            <TextInput
              flex="1 1 9rem"
              required
              inputMode="decimal"
              autoComplete="off"
              label={`${words.amount} (${currency})`}
              description={words.amountHelp}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={amountText}
              onChange={({ currentTarget }) => setAmountText(currentTarget.value)}
              error={
                (wasTried && !amountMinor && words.badAmount(currency)) || errorOf('amount') || errorOf('amountMinor')
              }
            />
            {!fixedCurrency && (
              <CurrencySelect
                label={words.currency}
                value={currency}
                onChange={setCurrency}
                error={errorOf('currency')}
              />
            )}
          </Group>
          <Group align="flex-start" gap="sm" grow>
            <NativeSelect
              name="payer"
              label={words.payer}
              defaultValue={viewer.id}
              error={errorOf('paidById')}
              data={people.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextInput
              name="spentOn"
              type="date"
              required
              label={words.spentOn}
              defaultValue={today()}
              error={errorOf('spentAt')}
            />
          </Group>
          <NativeSelect
            label={words.splitLabel}
            value={split}
            onChange={({ currentTarget }) => setSplit(currentTarget.value as ExpenseSplit)}
            data={splits.map((value) => ({ value, label: words.split[value] }))}
          />
          <SplitFields
            split={split}
            currency={currency}
            people={people}
            typed={typed}
            onType={setTyped}
            parts={parts}
            isStrict={wasTried}
            error={errorOf('shares')}
          />
          <Refusals
            of={act.refusals}
            fields={['title', 'amount', 'amountMinor', 'currency', 'paidById', 'spentAt', 'shares']}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onEnd}>
              {cancel}
            </Button>
            <Button type="submit" loading={act.isBusy}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
