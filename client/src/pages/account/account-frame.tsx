// The frame of the account's pages: its sections, and the way out.
import { Button, Stack } from '@mantine/core';
import { Bell, LogOut, Palette, ShieldCheck, Sparkles, UserRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { NavLink } from 'react-router';
import { readFailure } from '@/graph/failure';
import { leave } from '@/graph/session';
import { Page } from '@/ui/page';
import { failed } from '@/ui/toasts';
import { useWords } from '@/words/words';
import classes from './account-frame.module.css';
import { accountWords } from './account-words';

const sections = [
  { to: '/account', name: 'profile', icon: UserRound },
  { to: '/account/security', name: 'security', icon: ShieldCheck },
  { to: '/account/notifications', name: 'notifications', icon: Bell },
  { to: '/account/coach', name: 'coach', icon: Sparkles },
  { to: '/account/appearance', name: 'appearance', icon: Palette },
] as const;

interface AccountFrameProps {
  readonly section: (typeof sections)[number]['name'];
  readonly lead?: string;
  readonly children: ReactNode;
}

export function AccountFrame({ section, lead, children }: AccountFrameProps) {
  const words = useWords(accountWords);
  return (
    <Page title={words.sections[section]} lead={lead} actions={<SignOut />}>
      <div className={classes['frame']}>
        <nav aria-label={words.account}>
          <ul className={classes['sections']}>
            {sections.map(({ to, name, icon: Icon }) => (
              <li key={to}>
                <NavLink to={to} end className={classes['link'] ?? ''}>
                  <Icon size={18} aria-hidden />
                  {words.sections[name]}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <Stack gap="lg" className={classes['content']}>
          {children}
        </Stack>
      </div>
    </Page>
  );
}

/** Ends the session here and in all tabs; the app then goes to the sign-in page by itself. */
function SignOut() {
  const words = useWords(accountWords);
  const [isBusy, setBusy] = useState(false);
  const signOut = async () => {
    setBusy(true);
    try {
      await leave();
    } catch (error) {
      failed(readFailure(error));
      setBusy(false);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<LogOut size={17} aria-hidden />}
      loading={isBusy}
      onClick={() => void signOut()}
    >
      {words.signOut}
    </Button>
  );
}
