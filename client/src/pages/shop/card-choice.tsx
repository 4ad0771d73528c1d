// Which card pays: the payment service here is a simulator, so its test cards are offered by what they do.
import { Radio, Stack, Text } from '@mantine/core';
import { useWords } from '@/words/words';
import classes from './card-choice.module.css';
import { payWords } from './pay-words';

const CARDS = [
  'pm_card_visa',
  'pm_card_mastercard',
  'pm_card_visa_chargeDeclined',
  'pm_card_visa_chargeDeclinedInsufficientFunds',
  'pm_card_authenticationRequired',
] as const;
export type Card = (typeof CARDS)[number];

export function CardChoice({ card, onChoose }: { readonly card: Card; readonly onChoose: (card: Card) => void }) {
  const words = useWords(payWords);
  return (
    <Radio.Group
      label={words.payWith}
      description={words.testOnly}
      value={card}
      onChange={(value) => onChoose(value as Card)}
    >
      <Stack gap="xs" mt="sm">
        {CARDS.map((one) => (
          <Radio.Card key={one} value={one} className={classes['card'] ?? ''}>
            <Radio.Indicator />
            <Text component="span">{words.cards[one]}</Text>
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  );
}
