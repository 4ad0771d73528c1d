// Who pays whom so that everybody is even; recorded once it has happened.
import { Button, Text, Title } from '@mantine/core';
import { ArrowRight, Check } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import type { SettlementPlan_EventFragment } from '@/graph/generated/graphql';
import { Avatar } from '@/parts/avatar';
import { useConfirm } from '@/parts/confirm';
import { Price } from '@/parts/price';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { Card } from '@/ui/card';
import { Refusals } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import classes from './balances.module.css';
import { recordSettlement } from './expense-acts';
import { expensesWords } from './expenses-words';
import rows from './tasks.module.css';
import { useWish } from './use-wish';

const fragment = graphql(`
  fragment SettlementPlan_event on Event {
    id
    settlementPlan {
      from {
        id
        displayName
        ...Avatar_user
      }
      to {
        id
        displayName
        ...Avatar_user
      }
      amount {
        amountMinor
        currency
      }
    }
  }
`);

type Transfer = SettlementPlan_EventFragment['settlementPlan'][number];

interface SettlementPlanProps {
  readonly event: FragmentType<typeof fragment>;
  readonly isOrganiser: boolean;
}

export function SettlementPlan({ event, isOrganiser }: SettlementPlanProps) {
  const words = useWords(expensesWords);
  const viewer = useSignedIn();
  const { money } = useFormats();
  const act = useAct(recordSettlement);
  const wish = useWish();
  const [dialog, confirm] = useConfirm();
  const { id: eventId, settlementPlan } = unmask(fragment, event);

  const record = async ({ from, to, amount }: Transfer) => {
    if (!from || !to) return;
    const isSure = await confirm({
      title: words.recordTitle,
      text: words.recordText(from.displayName, to.displayName, money(amount)),
      yes: words.record,
      isHarmless: true,
    });
    if (!isSure) return;
    const { amountMinor, currency } = amount;
    const wished = { eventId, fromId: from.id, toId: to.id, amount: { amountMinor, currency } };
    if (!(await act.run({ input: { ...wished, idempotencyKey: wish.keyFor(wished) } }))) return;
    wish.fulfil();
    said(words.recorded);
  };

  return (
    <section aria-labelledby="plan-title">
      <Title order={2} size="h5" id="plan-title" mb="sm">
        {words.plan}
      </Title>
      <Refusals of={act.refusals} />
      {settlementPlan.length === 0 ? (
        <Card>
          <Text>{words.allEven}</Text>
        </Card>
      ) : (
        <ul className={rows['tasks']}>
          {settlementPlan.map((transfer) => {
            const { from, to, amount } = transfer;
            const [giver, taker] = [from?.displayName ?? words.somebody, to?.displayName ?? words.somebody];
            const mayRecord = from && to && (isOrganiser || from.id === viewer.id || to.id === viewer.id);
            return (
              <li key={`${from?.id} ${to?.id}`} className={rows['task']}>
                <span className={classes['who']}>
                  <Avatar user={from} size={28} />
                  <ArrowRight size={16} aria-hidden />
                  <Avatar user={to} size={28} />
                  <span>{words.pays(giver, taker)}</span>
                </span>
                <Price of={amount} />
                {mayRecord && (
                  <Button
                    size="xs"
                    variant="light"
                    leftSection={<Check size={15} aria-hidden />}
                    aria-label={words.recordIt(giver, taker, money(amount))}
                    loading={act.isBusy}
                    onClick={() => void record(transfer)}
                  >
                    {words.record}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {dialog}
    </section>
  );
}
