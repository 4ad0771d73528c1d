// Text of a program, with its name and a button that copies it. It can be scrolled by the keyboard, too.
import { Group, Text } from '@mantine/core';
import { CopyButton } from './copy-button';
import classes from './developers.module.css';
import { ProgramText } from './program-text';

export function CodeBlock({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div className={classes['block']}>
      <Group justify="space-between" mb={6}>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <CopyButton text={text} what={name} />
      </Group>
      <ProgramText label={name}>{text}</ProgramText>
    </div>
  );
}
