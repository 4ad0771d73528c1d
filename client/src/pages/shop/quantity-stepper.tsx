// How many: a number with one fewer and one more beside it.
import { ActionIcon, Group, NumberInput } from '@mantine/core';
import { Minus, Plus } from 'lucide-react';
import { useWords } from '@/words/words';
import { productWords } from './product-words';

interface QuantityStepperProps {
  readonly value: number;
  readonly onChange: (quantity: number) => void;
  /** What it counts, for a screen reader. */
  readonly label: string;
  readonly most?: number;
}

/** More of one thing the cart refuses. */
const MOST_OF_ONE = 99;

export function QuantityStepper({ value, onChange, label, most = MOST_OF_ONE }: QuantityStepperProps) {
  const words = useWords(productWords);
  const button = { variant: 'default', size: 36 } as const;
  return (
    <Group gap={4} wrap="nowrap" role="group" aria-label={label}>
      <ActionIcon {...button} aria-label={words.fewer} disabled={value <= 1} onClick={() => onChange(value - 1)}>
        <Minus size={16} aria-hidden />
      </ActionIcon>
      <NumberInput
        aria-label={label}
        w={56}
        min={1}
        max={most}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        hideControls
        value={value}
        onChange={(entered) => Number(entered) >= 1 && Number(entered) !== value && onChange(Number(entered))}
        styles={{ input: { textAlign: 'center', paddingInline: 4 } }}
      />
      <ActionIcon {...button} aria-label={words.more} disabled={value >= most} onClick={() => onChange(value + 1)}>
        <Plus size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
