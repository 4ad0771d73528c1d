// A period of time, as the dashboard of admins names it: an ISO 8601 interval.

export interface Period {
  /** Inclusive. */
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
}

export const intervalOf = ({ from, to }: Period): string => `${from.toISOString()}/${to.toISOString()}`;

/** Null for what is no interval of ours. */
export function periodOf({ period }: { readonly period: string }): Period | null {
  const [from, to, ...more] = period.split('/').map((text) => new Date(text));
  if (!from || !to || more.length > 0 || !(from < to) || intervalOf({ from, to }) !== period) return null;
  return { from, to };
}
