// A product of the demo shop, as goods-for-sport.ts and goods-for-home.ts list them.

export type Attributes = Readonly<Record<string, string>>;

export interface Good {
  readonly slug: string;
  readonly name: string;
  readonly fr: string;
  readonly en: string;
  /** Its category. */
  readonly shelf: string;
  readonly about: Attributes;
  readonly variants: readonly (readonly [sku: string, name: string, cents: number, stock: number, about: Attributes])[];
  /** Whether it has a picture. */
  readonly isPainted?: boolean;
}
