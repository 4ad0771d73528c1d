// The rules of what a product and a variant may say.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { cleanText } from '@mosaic/kernel/values/clean-text';
import { isIdOf } from '@mosaic/kernel/values/ids';
import type { Money } from '@mosaic/kernel/values/money';
import type { Attribute } from './attribute.js';
import { foldWords } from './fold-words.js';
import { refuse } from './refusals.js';

const MOST_ATTRIBUTES = 20;
const MOST_CATEGORIES = 5;
const MOST_PICTURES = 10;
/** Ten million units of a currency with two decimals: a hundred lines of 99 stay safe integers. */
const HIGHEST_PRICE = 1_000_000_000;

const bad = (reason: string, field: string) => refuse('BAD_INPUT', { reason }).at(field);

export function readSlug(slug: string): string | Refusal {
  if (slug.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return slug;
  return bad('a slug has at most 80 lower case letters and digits, with single hyphens between them', 'slug');
}

export function readName(name: string): string | Refusal {
  const cleaned = cleanText(name, { longest: 120, lines: 'one' });
  return isRefusal(cleaned) ? cleaned.at('name') : cleaned;
}

/** Empty stays empty. */
export function readDescription(description: string): string | Refusal {
  if (description.trim() === '') return '';
  const cleaned = cleanText(description, { longest: 4_000, lines: 'many' });
  return isRefusal(cleaned) ? cleaned.at('description') : cleaned;
}

/** At most 20, each name once. */
export function readAttributes(attributes: readonly Attribute[]): Attribute[] | Refusal {
  if (attributes.length > MOST_ATTRIBUTES) return refuse('TOO_MANY', { most: MOST_ATTRIBUTES }).at('attributes');
  const read: Attribute[] = [];
  for (const given of attributes) {
    const key = cleanText(given.key, { longest: 40, lines: 'one' });
    const value = cleanText(given.value, { longest: 80, lines: 'one' });
    if (isRefusal(key)) return key.at('attributes');
    if (isRefusal(value)) return value.at('attributes');
    if (read.some((other) => foldWords(other.key) === foldWords(key)))
      return bad('each attribute stands once', 'attributes');
    read.push({ key, value });
  }
  return read;
}

/** Names of shelves as they were written, each once. */
export function readCategories(names: readonly string[]): string[] | Refusal {
  if (names.length > MOST_CATEGORIES) return refuse('TOO_MANY', { most: MOST_CATEGORIES }).at('categories');
  const read = new Map<string, string>();
  for (const given of names) {
    const name = cleanText(given, { longest: 40, lines: 'one' });
    if (isRefusal(name)) return name.at('categories');
    read.set(foldWords(name), name);
  }
  return [...read.values()];
}

/** Whether a medium exists and may be shown is known to media alone. */
export function readPictures(mediaIds: readonly string[]): string[] | Refusal {
  if (mediaIds.length > MOST_PICTURES) return refuse('TOO_MANY', { most: MOST_PICTURES }).at('mediaIds');
  if (!mediaIds.every((id) => isIdOf('Media', id))) return bad('these are not ids of media', 'mediaIds');
  return [...new Set(mediaIds)];
}

export function readSku(sku: string): string | Refusal {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(sku)) return sku;
  return bad('an SKU has 1 to 40 letters, digits, dots, hyphens and underscores', 'sku');
}

/** More than nothing: what is free is not sold here. */
export function readPrice(price: Money): Money | Refusal {
  if (price.amountMinor >= 1 && price.amountMinor <= HIGHEST_PRICE) return price;
  return bad(`a price goes from 1 to ${HIGHEST_PRICE} minor units`, 'price');
}
