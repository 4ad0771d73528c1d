// The way between the pages of the administration: below the heading of each of them.
import { NavLink } from 'react-router';
import { useWords } from '@/words/words';
import classes from './admin-navigation.module.css';
import { adminNavigationWords } from './admin-navigation-words';

const places = [
  { to: '/admin', name: 'dashboard' },
  { to: '/admin/users', name: 'users' },
  { to: '/admin/coaches', name: 'coaches' },
  { to: '/admin/orders', name: 'orders' },
  { to: '/admin/products', name: 'products' },
  { to: '/admin/audit', name: 'audit' },
] as const;

export function AdminNavigation() {
  const words = useWords(adminNavigationWords);
  return (
    <nav aria-label={words.label} className={classes['places']}>
      <ul>
        {places.map(({ to, name }) => (
          <li key={to}>
            <NavLink to={to} end={to === '/admin'}>
              {words[name]}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
