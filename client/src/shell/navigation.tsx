// The way to every domain: a column beside the page; on a phone a bar below it, whose last place opens all others.
import { Ellipsis } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useViewer } from '@/parts/viewer';
import { useWords } from '@/words/words';
import classes from './navigation.module.css';
import { places } from './places';
import { shellWords } from './shell-words';

export function Navigation() {
  const words = useWords(shellWords);
  const viewer = useViewer();
  const { pathname } = useLocation();
  const more = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving anywhere closes it
  useEffect(() => {
    if (more.current?.matches(':popover-open')) more.current.hidePopover();
  }, [pathname]);
  const open = places.filter(({ for: audience }) =>
    audience === 'admins' ? viewer?.role === 'ADMIN' : audience === 'everybody' || viewer !== null,
  );
  const link = ({ to, name, icon: Icon }: (typeof places)[number]) => (
    <li key={to}>
      <NavLink to={to} end={to === '/'} className={classes['link'] ?? ''}>
        <Icon size={20} aria-hidden />
        <span>{words.places[name]}</span>
      </NavLink>
    </li>
  );
  const first = open.filter(({ isFirst }) => isFirst);
  const rest = open.filter(({ isFirst }) => !isFirst);
  return (
    <>
      <nav className={classes['column']} aria-label={words.navigation}>
        <ul>{open.map(link)}</ul>
      </nav>
      <nav className={classes['bar']} aria-label={words.navigation}>
        <ul>
          {first.map(link)}
          <li>
            <button type="button" className={classes['link']} popoverTarget="more-places">
              <Ellipsis size={20} aria-hidden />
              <span>{words.more}</span>
            </button>
          </li>
        </ul>
        <div id="more-places" popover="auto" ref={more} className={classes['sheet']}>
          <ul>{rest.map(link)}</ul>
        </div>
      </nav>
    </>
  );
}
