// What coaches work in. Who they are is for people who are signed in.
import { Text } from '@mantine/core';
import { useWords } from '@/words/words';
import classes from './landing.module.css';
import { landingWords } from './landing-words';
import { Part } from './part';

export function Fields({ names }: { readonly names: readonly string[] }) {
  const words = useWords(landingWords);
  if (names.length === 0) return null;
  return (
    <Part title={words.coaches} to="/coaches" all={words.findCoach}>
      <Text c="dimmed" mb="md">
        {words.coachesText}
      </Text>
      <ul className={classes['fields']}>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </Part>
  );
}
