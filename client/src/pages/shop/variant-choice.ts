// Which variant of a product a person means: one question per attribute in which the variants differ (size, colour), or
// a single one by name when attributes alone do not tell them apart.

export interface Choosable {
  readonly id: string;
  readonly name: string;
  readonly isInStock: boolean;
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
}

export interface Question {
  /** The attribute; null when variants are asked for by their names. */
  readonly key: string | null;
  readonly options: readonly Option[];
}

interface Option {
  readonly label: string;
  /** The variant that this choice leads to, with as much as possible of what was chosen before. */
  readonly variantId: string;
  readonly isChosen: boolean;
  readonly isInStock: boolean;
}

const valueIn = ({ attributes }: Choosable, key: string) => attributes.find((one) => one.key === key)?.value;

/** The first that can be bought is chosen to begin with; the very first when nothing is left. */
export const firstChoice = <V extends Choosable>(variants: readonly V[]): V | undefined =>
  variants.find(({ isInStock }) => isInStock) ?? variants[0];

export function questionsOf(variants: readonly Choosable[], chosen: Choosable): readonly Question[] {
  const keys = tellingKeys(variants);
  if (keys === null) return [{ key: null, options: variants.map((one) => optionOf(one.name, one, chosen)) }];
  return keys.map((key) => {
    const values = [...new Set(variants.map((one) => valueIn(one, key) ?? ''))];
    return { key, options: values.map((value) => leadTo(variants, keys, chosen, key, value)) };
  });
}

/** The attributes that all variants have and that differ; null unless together they name each variant. */
function tellingKeys(variants: readonly Choosable[]): readonly string[] | null {
  const [first, ...others] = variants;
  if (!first || others.length === 0) return null;
  const keys = first.attributes
    .map(({ key }) => key)
    .filter((key) => others.every((one) => valueIn(one, key) !== undefined))
    .filter((key) => others.some((one) => valueIn(one, key) !== valueIn(first, key)));
  const names = new Set(variants.map((one) => JSON.stringify(keys.map((key) => valueIn(one, key)))));
  return keys.length > 0 && names.size === variants.length ? keys : null;
}

function leadTo(
  variants: readonly Choosable[],
  keys: readonly string[],
  chosen: Choosable,
  key: string,
  value: string,
): Option {
  const kept = (one: Choosable) =>
    keys.filter((other) => other !== key && valueIn(one, other) === valueIn(chosen, other)).length;
  const [best] = variants
    .filter((one) => valueIn(one, key) === value)
    .sort((a, b) => kept(b) - kept(a) || Number(b.isInStock) - Number(a.isInStock));
  if (!best) throw new Error(`no variant has ${key} ${value}`);
  return { ...optionOf(value, best, chosen), isChosen: valueIn(chosen, key) === value };
}

const optionOf = (label: string, { id, isInStock }: Choosable, chosen: Choosable): Option => ({
  ...{ label, variantId: id, isInStock },
  isChosen: id === chosen.id,
});
