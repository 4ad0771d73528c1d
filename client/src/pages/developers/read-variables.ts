/** The variables that a text of JSON gives; none for an empty text, null for what is no object of JSON. */
export function readVariables(text: string): Readonly<Record<string, unknown>> | null {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    // Somebody is still typing it.
    return null;
  }
}
