// Where a password is chosen: the rule before it is broken, and how hard it seems to guess.
import { PasswordInput, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '@/words/words';
import { type Grade, gradeOf } from './password-strength';
import { welcomeWords } from './welcome-words';

interface PasswordFieldProps {
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

export function PasswordField({ name, label, error }: PasswordFieldProps) {
  const words = useWords(welcomeWords);
  const [password, setPassword] = useState('');
  const grade = gradeOf(password);
  const text = words.strength(words.grades[grade]);
  return (
    <Stack gap={6}>
      <PasswordInput
        name={name}
        label={label}
        description={words.passwordRule}
        autoComplete="new-password"
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
