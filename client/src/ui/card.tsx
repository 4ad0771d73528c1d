// A surface for one thing, and surfaces side by side. Put <Card as="li"> into <Cards>.
import type { ReactNode } from 'react';
import classes from './card.module.css';

interface CardProps {
  readonly children: ReactNode;
  readonly as?: 'div' | 'article' | 'section' | 'li' | 'form';
  /** Without padding: for a picture that fills it. */
  readonly isFlush?: boolean;
  readonly 'aria-label'?: string;
  readonly 'aria-labelledby'?: string;
}

export function Card({ children, as: Element = 'div', isFlush = false, ...labels }: CardProps) {
  return (
    <Element className={isFlush ? classes['flush'] : classes['card']} {...labels}>
      {children}
    </Element>
  );
}

/** Cards side by side, as many as fit; `least` is the width below which one is not squeezed. */
export function Cards({ children, least = '16rem' }: { readonly children: ReactNode; readonly least?: string }) {
  return (
    <ul className={classes['cards']} style={{ '--least': least } as React.CSSProperties}>
      {children}
    </ul>
  );
}
