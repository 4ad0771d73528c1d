// Which form of a product: a group of radio buttons per question, drawn as tiles.
import { Group, Radio, Text } from '@mantine/core';
import { useWords } from '@/words/words';
import { attributeName } from './attribute-words';
import { productWords } from './product-words';
import { type Choosable, questionsOf } from './variant-choice';
import classes from './variant-chooser.module.css';

interface VariantChooserProps {
  readonly variants: readonly Choosable[];
  readonly chosen: Choosable;
  readonly onChoose: (variantId: string) => void;
}

export function VariantChooser({ variants, chosen, onChoose }: VariantChooserProps) {
  const words = useWords(productWords);
  return questionsOf(variants, chosen).map(({ key, options }) => (
    <Radio.Group
      key={key}
      label={key === null ? words.variant : attributeName(key)}
      value={options.find(({ isChosen }) => isChosen)?.variantId ?? ''}
      onChange={onChoose}
    >
      <Group gap="xs" mt={6}>
        {options.map(({ label, variantId, isInStock }) => (
          <Radio.Card key={variantId} value={variantId} className={classes['tile'] ?? ''}>
            <Text component="span" td={isInStock ? '' : 'line-through'}>
              {label}
            </Text>
            {!isInStock && (
              <Text component="span" size="xs" c="dimmed">
                {' '}
                {words.soldOutOption}
              </Text>
            )}
          </Radio.Card>
        ))}
      </Group>
    </Radio.Group>
  ));
}
