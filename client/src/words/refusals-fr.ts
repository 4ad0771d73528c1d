// The catalogue of refusals in French, by code; the same {parameters} as in docs/refusals.md.
export const french: Readonly<Record<string, string>> = {
  BAD_INPUT: 'Cette valeur ne convient pas : {reason}',
  NOT_FOUND: 'Cela n’existe pas, ou vous ne pouvez pas le voir.',
  CONFLICT: 'Quelqu’un a modifié ceci entre-temps ; rechargez puis réessayez.',
};
