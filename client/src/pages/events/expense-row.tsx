// One expense: what for, who paid, who shares it.
import { ActionIcon, Badge, Group, Text } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useConfirm } from '@/parts/confirm';
import { Price } from '@/parts/price';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { Refusals } from '@/ui/refusals';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { dropExpense } from './event-lists';
import { deleteExpense } from './expense-acts';
import { expensesWords } from './expenses-words';
import classes from './tasks.module.css';

const fragment = graphql(`
  fragment ExpenseRow_expense on Expense {
    id
    title
    split
    spentAt
    amount {
      amountMinor
      currency
    }
    paidBy {
      id
      displayName
    }
    author {
      id
    }
    shares {
      user {
        id
        displayName
      }
      amount {
        amountMinor
        currency
      }
    }
  }
`);

interface ExpenseRowProps {
  readonly expense: FragmentType<typeof fragment>;
  readonly eventId: string;
  readonly isOrganiser: boolean;
}

export function ExpenseRow({ expense, eventId, isOrganiser }: ExpenseRowProps) {
  const words = useWords(expensesWords);
  const viewer = useSignedIn();
  const { date, list, money } = useFormats();
  const act = useAct(deleteExpense);
  const [dialog, confirm] = useConfirm();
  const { id, title, split, spentAt, amount, paidBy, author, shares } = unmask(fragment, expense);
  const nameOf = (user: { readonly displayName: string } | null) => user?.displayName ?? words.somebody;

  const remove = async () => {
    const isSure = await confirm({ title: words.removeTitle, text: words.removeText, yes: words.removeYes });
    if (!isSure) return;
    await act.run(
      { input: { expenseId: id } },
      { update: (cache, { data }) => data?.deleteExpense.event && dropExpense(cache, eventId, id) },
    );
  };

  return (
    <li className={classes['task']}>
      <div className={classes['what']}>
        <Group gap="xs">
          <Text fw={600}>{title}</Text>
          <Badge variant="light" color="gray" size="sm">
            {words.split[split]}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {date(spentAt)} · {words.paidBy(nameOf(paidBy))}
        </Text>
        <Text size="sm" c="dimmed">
          {words.sharedBy(
            list(
              shares.map((share) =>
                split === 'EVENLY' ? nameOf(share.user) : `${nameOf(share.user)} (${money(share.amount)})`,
              ),
            ),
          )}
        </Text>
        <Refusals of={act.refusals} />
      </div>
      <Price of={amount} />
      {(isOrganiser || author?.id === viewer.id) && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={words.remove(title)}
          loading={act.isBusy}
          onClick={() => void remove()}
        >
          <Trash2 size={17} aria-hidden />
        </ActionIcon>
      )}
      {dialog}
    </li>
  );
}
