import { describe, expect, it } from 'vitest';
import { countFilters, readSearch, type ShopSearch, toggled, writeSearch } from '@/pages/shop/search-address';

const nothing: ShopSearch = {
  text: '',
  categoryId: null,
  least: null,
  most: null,
  currency: 'EUR',
  isInStock: false,
  attributes: [],
  sort: 'RELEVANCE',
};

describe('a search of the shop in the address', () => {
  it('is nothing in a bare address, and writes nothing', () => {
    expect(readSearch(new URLSearchParams(''))).toEqual(nothing);
    expect(writeSearch(nothing).toString()).toBe('');
  });

  it('survives being written and read, whatever it holds', () => {
    const search: ShopSearch = {
      text: 'tapis & bloc=liège',
      categoryId: 'UHJvZA',
      least: 10,
      most: null,
      currency: 'CHF',
      isInStock: true,
      attributes: [
        { key: 'taille', value: 'a=b&c' },
        { key: 'taille', value: 'M' },
      ],
      sort: 'PRICE_DESC',
    };
    const address = writeSearch(search).toString();
    expect(readSearch(new URLSearchParams(address))).toEqual(search);
    expect(countFilters(search)).toBe(5);
  });

  it('takes what makes no sense as if it were not there', () => {
    const address = 'price=EUR:ten-20&sort=cheapest&with=novalue&with==x&with=key%3D&stock=yes&category=';
    expect(readSearch(new URLSearchParams(address))).toEqual(nothing);
  });

  it('keeps no more attributes than the server takes', () => {
    const address = new URLSearchParams(Array.from({ length: 30 }, (_, at) => ['with', `k=${at}`]));
    expect(readSearch(address).attributes).toHaveLength(20);
  });
});

describe('choosing a value', () => {
  it('adds it, and takes it out again', () => {
    const medium = { key: 'taille', value: 'M' };
    const large = { key: 'taille', value: 'L' };
    expect(toggled([medium], large)).toEqual([medium, large]);
    expect(toggled([medium, large], { ...medium })).toEqual([large]);
  });
});
