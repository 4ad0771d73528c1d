// Refusals of a form: one beside its field, the others above the button.
import { Alert } from '@mantine/core';
import type { Refusal } from '@/graph/session';
import { useRefusalText } from '@/words/refusals';

/** `errorOf('email')` is the sentence for that input field, or undefined. */
export function useFieldErrors(refusals: readonly Refusal[]): (field: string) => string | undefined {
  const textOf = useRefusalText();
  return (field) => {
    const refusal = refusals.find(({ path }) => path?.at(-1) === field);
    return refusal && textOf(refusal);
  };
}

/** What is refused and belongs to none of the fields that the form shows. */
export function Refusals({
  of,
  fields = [],
}: {
  readonly of: readonly Refusal[];
  readonly fields?: readonly string[];
}) {
  const textOf = useRefusalText();
  const rest = of.filter(({ path }) => !fields.includes(path?.at(-1) ?? ''));
  if (rest.length === 0) return null;
  return (
    <Alert color="red" role="alert" variant="light">
      {rest.map((refusal) => (
        <div key={refusal.code}>{textOf(refusal)}</div>
      ))}
    </Alert>
  );
}
