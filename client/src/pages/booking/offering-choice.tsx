// The offers of a coach as a choice of one: how long, what it costs, how it is settled.
import { Group, Radio, Text } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import classes from './coach-page.module.css';
import { coachWords } from './coach-words';

export const offeringChoiceFragment = graphql(`
  fragment OfferingChoice_offering on Offering {
    id
    name
    minutes
    horizonDays
    isConfirmationRequired
    price {
      amountMinor
      currency
    }
  }
`);

interface OfferingChoiceProps {
  readonly offerings: readonly FragmentType<typeof offeringChoiceFragment>[];
  readonly chosen: string;
  readonly onChoose: (offeringId: string) => void;
}

export function OfferingChoice({ offerings, chosen, onChoose }: OfferingChoiceProps) {
  const words = useWords(coachWords);
  const { money } = useFormats();
  return (
    <Radio.Group label={words.choose} value={chosen} onChange={onChoose}>
      <div className={classes['offers']}>
        {unmask(offeringChoiceFragment, offerings).map(({ id, name, minutes, price, isConfirmationRequired }) => (
          <Radio.Card key={id} value={id} className={classes['offer'] ?? ''} aria-labelledby={`offer-${id}`}>
            <Group wrap="nowrap" align="flex-start" gap="sm">
              <Radio.Indicator mt={2} />
              <div id={`offer-${id}`}>
                <Text fw={600} size="sm">
                  {name}
                </Text>
                <Text size="sm" c="dimmed">
                  {words.minutes(minutes)} · {price.amountMinor > 0 ? money(price) : words.free}
                </Text>
                {(price.amountMinor > 0 || isConfirmationRequired) && (
                  <Text size="xs" c="dimmed">
                    {price.amountMinor > 0 ? words.paidFirst : words.asksFirst}
                  </Text>
                )}
              </div>
            </Group>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
