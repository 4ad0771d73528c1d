import { describe, expect, it } from 'vitest';
import { readAttributes, slugOf, writeAttributes } from '@/pages/shop/admin/attribute-text';

describe('attributes as an admin types them', () => {
  it('are one per line, and come back as they were', () => {
    const attributes = [
      { key: 'couleur', value: 'rouge : vif' },
      { key: 'taille', value: 'M' },
    ];
    expect(writeAttributes(attributes)).toBe('couleur: rouge : vif\ntaille: M');
    expect(readAttributes(writeAttributes(attributes))).toEqual(attributes);
    expect(readAttributes(' couleur :rouge \n\n')).toEqual([{ key: 'couleur', value: 'rouge' }]);
    expect(readAttributes('')).toEqual([]);
  });

  it.each(['rouge', ': rouge', 'couleur:', 'couleur: rouge\ntaille'])('are refused as %j', (text) => {
    expect(readAttributes(text)).toBeNull();
  });
});

describe('a name in addresses', () => {
  it('has no accents, no capitals, no hyphens at its ends, and at most 80 characters', () => {
    expect(slugOf('  Tapis d’Été · Mat ! ')).toBe('tapis-d-ete-mat');
    expect(slugOf('…')).toBe('');
    expect(slugOf(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79));
  });
});
