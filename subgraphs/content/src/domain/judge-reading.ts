// What a new reading means for each rule of its monitor. Pure: the whole alert life cycle that readings drive.
import { type Alert, unresolved } from './alert.js';
import { type AlertRule, isBreach } from './alert-rule.js';

export interface Verdicts {
  /** Rules that were kept until now and are breached: open an alert for each. */
  readonly toOpen: readonly AlertRule[];
  /** Alerts whose rule is kept again. */
  readonly toResolve: readonly Alert[];
}

/**
 * Only the newest reading of a monitor judges. One that was measured before `latestAt` arrived late: it counts in the
 * statistics, but it says nothing about now, so it neither opens nor resolves. At the same instant the later arrival wins.
 */
export function judgeReading(
  reading: { readonly value: number; readonly at: Date },
  latestAt: Date | null,
  rules: readonly AlertRule[],
  alerts: readonly Alert[],
): Verdicts {
  if (latestAt && reading.at < latestAt) return { toOpen: [], toResolve: [] };
  const standing = new Map(alerts.filter(({ status }) => unresolved.includes(status)).map((one) => [one.ruleId, one]));
  return {
    toOpen: rules.filter((rule) => isBreach(rule, reading.value) && !standing.has(rule.id)),
    toResolve: rules.flatMap((rule) => (isBreach(rule, reading.value) ? [] : (standing.get(rule.id) ?? []))),
  };
}
