import { describe, expect, it } from 'vitest';
import { type Choosable, firstChoice, questionsOf } from '@/pages/shop/variant-choice';

const variant = (id: string, attributes: Record<string, string>, isInStock = true): Choosable => ({
  ...{ id, isInStock, name: `name ${id}` },
  attributes: Object.entries(attributes).map(([key, value]) => ({ key, value })),
});
const red = variant('red M', { couleur: 'rouge', taille: 'M' });
const redLarge = variant('red L', { couleur: 'rouge', taille: 'L' }, false);
const blue = variant('blue L', { couleur: 'bleu', taille: 'L' });

describe('which variant somebody means', () => {
  it('is the first that can be bought, to begin with', () => {
    expect(firstChoice([redLarge, blue, red])).toBe(blue);
    expect(firstChoice([redLarge])).toBe(redLarge);
    expect(firstChoice([])).toBeUndefined();
  });

  it('is asked for attribute by attribute, and keeps what was chosen where it can', () => {
    const [colour, size] = questionsOf([red, redLarge, blue], blue);
    expect(colour).toEqual({
      key: 'couleur',
      options: [
        { label: 'rouge', variantId: 'red L', isChosen: false, isInStock: false },
        { label: 'bleu', variantId: 'blue L', isChosen: true, isInStock: true },
      ],
    });
    expect(size).toEqual({
      key: 'taille',
      options: [
        { label: 'M', variantId: 'red M', isChosen: false, isInStock: true },
        { label: 'L', variantId: 'blue L', isChosen: true, isInStock: true },
      ],
    });
  });

  it('is asked for by name when attributes do not tell variants apart', () => {
    const twins = [variant('a', { couleur: 'rouge' }), variant('b', { couleur: 'rouge' })];
    expect(questionsOf(twins, twins[0] as Choosable)).toEqual([
      {
        key: null,
        options: [
          { label: 'name a', variantId: 'a', isChosen: true, isInStock: true },
          { label: 'name b', variantId: 'b', isChosen: false, isInStock: true },
        ],
      },
    ]);
  });

  it('leaves out an attribute that not all variants have', () => {
    const plain = variant('plain', { taille: 'S' });
    expect(questionsOf([red, plain, blue], red).map(({ key }) => key)).toEqual(['taille']);
  });
});
