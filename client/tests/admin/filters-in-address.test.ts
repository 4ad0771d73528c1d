import { describe, expect, it } from 'vitest';
import { standingIn } from '../../src/pages/admin/coach-standing';
import { filtersIn, withFilter } from '../../src/pages/admin/filters-in-address';

describe('filters in the address', () => {
  it('are what it says, as far as it says something known', () => {
    const address = new URLSearchParams('q= claire &role=COACH&status=GONE');
    expect(filtersIn(address)).toEqual({ search: 'claire', role: 'COACH', status: null });
    expect(filtersIn(new URLSearchParams())).toEqual({ search: null, role: null, status: null });
  });

  it('change one at a time, and leave when they are empty', () => {
    const address = new URLSearchParams('q=claire&role=COACH');
    expect(withFilter(address, 'role', 'ADMIN').toString()).toBe('q=claire&role=ADMIN');
    expect(withFilter(address, 'q', '').toString()).toBe('role=COACH');
    expect(address.toString()).toBe('q=claire&role=COACH');
  });

  it('show the applications when no standing is asked for', () => {
    expect(standingIn(new URLSearchParams('standing=DECLINED'))).toBe('DECLINED');
    expect(standingIn(new URLSearchParams('standing=other'))).toBe('APPLIED');
  });
});
