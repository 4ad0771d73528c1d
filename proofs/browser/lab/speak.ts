// Words that count ("1 reply", "3 replies") ask the page for its language. Here there is no page; this stands for it.
export function speak(language: 'en' | 'fr'): void {
  Object.assign(globalThis, { document: { documentElement: { lang: language } } });
}
