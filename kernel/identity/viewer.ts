// Who asks. A viewer is established once, by the router; subgraphs receive it inside the signed caller assertion.

export const locales = ['en', 'fr'] as const;
export type Locale = (typeof locales)[number];

export interface Viewer {
  readonly id: string;
  readonly sessionId: string;
  /** What the viewer may act as; the subgraph that owns accounts defines the words. */
  readonly role: string;
}

/** The nearest locale we speak, from an Accept-Language header (RFC 9110, section 12.5.4). English when in doubt. */
export function localeFrom(acceptLanguage: string | undefined): Locale {
  const ranked = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of ranked) {
    const locale = locales.find((known) => tag === known || tag.startsWith(`${known}-`));
    if (locale) return locale;
  }
  return 'en';
}
