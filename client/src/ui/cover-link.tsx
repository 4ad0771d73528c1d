// A link that covers the card it stands in, so that all of the card can be clicked while one link is focused and read.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './cover-link.module.css';

export function CoverLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link to={to} className={classes['cover']}>
      {children}
    </Link>
  );
}
