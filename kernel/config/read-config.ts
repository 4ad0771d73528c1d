// Environment to typed, frozen configuration. Anything missing, malformed, misspelt or contradictory stops the start.
import { z } from 'zod';

type Environment = Readonly<Record<string, string | undefined>>;

/** Lists every setting that is wrong, one per line, each beginning with the variable's name. Values are never shown. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/** Our own prefix: a variable that starts with it must be a setting of some Mosaic process. */
const PREFIX = 'MOSAIC_';

/**
 * Reads the settings of `schema` (its keys are variable names) from `env`; an empty value counts as unset.
 * `contradictions` sees the parsed settings and names those that cannot stand together.
 * Throws ConfigError.
 */
export function readConfig<S extends z.ZodRawShape>(
  shape: S,
  env: Environment,
  contradictions: (config: z.infer<z.ZodObject<S>>) => string[] = () => [],
): Readonly<z.infer<z.ZodObject<S>>> {
  const known = Object.keys(shape);
  const given = Object.fromEntries(known.map((name) => [name, env[name] === '' ? undefined : env[name]]));
  const parsed = z.object(shape).safeParse(given);
  const problems = parsed.success
    ? contradictions(parsed.data)
    : parsed.error.issues.map(({ path: [name, ...rest], message }) => {
        const missing = given[String(name)] === undefined;
        return `${String(name)}: ${missing ? 'must be set' : [...rest.map(String), message].join(': ')}`;
      });
  problems.push(...misspelt(known, env));
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(parsed.data);
}

/** Variables that look like ours but are not: the MOSAIC_ family, and near misses of a known name. */
function misspelt(known: readonly string[], env: Environment): string[] {
  return Object.keys(env)
    .filter((name) => !known.includes(name) && !everySetting.has(name))
    .flatMap((name) => {
      const meant = known.find((candidate) => candidate.length > 4 && isOneSlipAway(name, candidate));
      if (meant) return [`${name}: is not a setting; did you mean ${meant}?`];
      return name.startsWith(PREFIX) ? [`${name}: is not a setting of Mosaic`] : [];
    });
}

/** Settings of the other processes, which share one environment. */
const everySetting = new Set(
  ['CALLER_KEYS', 'CURSOR_KEY', 'SIGNING_KEY', 'ISSUER', 'DATA'].map((name) => PREFIX + name),
);

/** One letter missing, added, changed, or two neighbours swapped (Damerau distance 1). */
function isOneSlipAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const rest = (text: string, from: number) => text.slice(from);
  if (a.length > b.length) return rest(a, at + 1) === rest(b, at);
  if (a.length < b.length) return rest(a, at) === rest(b, at + 1);
  const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, at + 2) === rest(b, at + 2);
  return swapped || rest(a, at + 1) === rest(b, at + 1);
}
