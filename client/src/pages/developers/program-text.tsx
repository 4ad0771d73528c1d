// A text with its line breaks, which keyboards can scroll.
import type { ReactNode } from 'react';
import classes from './developers.module.css';

interface ProgramTextProps {
  readonly label: string;
  readonly children: ReactNode;
}

export const ProgramText = ({ label, children }: ProgramTextProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
  <section className={classes['code']} tabIndex={0} aria-label={label}>
    <pre>
      <code>{children}</code>
    </pre>
  </section>
);
