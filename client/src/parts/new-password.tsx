// Where a password is chosen: the rule before it is broken, and how hard it seems to guess.
import { PasswordInput, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { inBoth, useWords } from '@/words/words';
import { type Grade, gradeOf } from './password-strength';

const passwordWords = inBoth({
  en: {
    rule: 'At least 8 characters. A short sentence is easy to remember and hard to guess.',
    show: 'Show or hide the password',
    strength: (grade: string) => `Password strength: ${grade}`,
    grades: { short: 'too short', weak: 'weak', fair: 'fair', strong: 'strong' },
  },
  fr: {
    rule: 'Au moins 8 caractères. Une petite phrase se retient bien et se devine mal.',
    show: 'Afficher ou masquer le mot de passe',
    strength: (grade: string) => `Solidité du mot de passe : ${grade}`,
    grades: { short: 'trop court', weak: 'faible', fair: 'correcte', strong: 'bonne' },
  },
});

interface NewPasswordProps {
  readonly name: string;
  readonly label: string;
  readonly error?: string | undefined;
}

const looks: Readonly<Record<Grade, { readonly share: number; readonly color: string }>> = {
  short: { share: 12, color: 'red' },
  weak: { share: 35, color: 'orange' },
  fair: { share: 65, color: 'yellow' },
  strong: { share: 100, color: 'teal' },
};

export function NewPassword({ name, label, error }: NewPasswordProps) {
  const words = useWords(passwordWords);
  const [password, setPassword] = useState('');
  const grade = gradeOf(password);
  const text = words.strength(words.grades[grade]);
  return (
    <Stack gap={6}>
      <PasswordInput
        name={name}
        label={label}
        description={words.rule}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': words.show }}
        required
        minLength={8}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={error}
      />
      {password && (
        <div>
          <Progress.Root size={6} aria-hidden>
            <Progress.Section value={looks[grade].share} color={looks[grade].color} withAria={false} />
          </Progress.Root>
          <Text size="xs" c="dimmed" mt={4} role="status">
            {text}
          </Text>
        </div>
      )}
    </Stack>
  );
}
