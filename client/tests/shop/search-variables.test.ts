import { describe, expect, it } from 'vitest';
import { readSearch } from '@/pages/shop/search-address';
import { askFor, choicesOf, minorUnits } from '@/pages/shop/search-variables';

describe('a search as the graph asks for it', () => {
  it('says null where nothing is set', () => {
    expect(askFor(readSearch(new URLSearchParams('q=%20')))).toEqual({
      first: 24,
      search: null,
      categoryId: null,
      minPrice: null,
      maxPrice: null,
      inStock: null,
      attributes: null,
      sort: 'RELEVANCE',
    });
  });

  it('counts prices in the smallest coins of their currency', () => {
    expect([minorUnits('EUR'), minorUnits('JPY'), minorUnits('TND')]).toEqual([100, 1, 1000]);
    const asked = askFor(readSearch(new URLSearchParams('price=JPY:500-&stock=1&with=taille%3DM')));
    expect(asked).toMatchObject({
      minPrice: { amountMinor: 500, currency: 'JPY' },
      maxPrice: null,
      inStock: true,
      attributes: [{ key: 'taille', value: 'M' }],
    });
  });
});

describe('the choices that filters offer', () => {
  const wide = [
    {
      key: 'taille',
      values: [
        { value: 'S', count: 3 },
        { value: 'M', count: 2 },
      ],
    },
    { key: 'couleur', values: [{ value: 'rouge', count: 4 }] },
  ];

  it('counts another value of a chosen key as if nothing of it were chosen', () => {
    const found = [
      { key: 'taille', values: [{ value: 'M', count: 2 }] },
      { key: 'couleur', values: [{ value: 'rouge', count: 1 }] },
    ];
    expect(choicesOf(found, wide, [{ key: 'taille', value: 'M' }])).toEqual([
      wide[0],
      { key: 'couleur', values: [{ value: 'rouge', count: 1 }] },
    ]);
  });

  it('keeps a chosen value in sight that nothing has any more', () => {
    expect(choicesOf([], [], [{ key: 'goût', value: 'fraise' }])).toEqual([
      { key: 'goût', values: [{ value: 'fraise', count: 0 }] },
    ]);
  });
});
