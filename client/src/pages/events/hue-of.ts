/** A colour that belongs to a thing: always the same for the same id, in degrees. */
export const hueOf = (id: string): number =>
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
