// One question of the filters: a group of inputs with its name.
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './filters.module.css';

export function FilterGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={classes['group']}>
      <Text component="legend" size="sm" fw={650} mb={8}>
        {title}
      </Text>
      {children}
    </fieldset>
  );
}
