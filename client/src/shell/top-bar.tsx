// The bar above every page: the way home, the cart, notifications, the person; language and colours.
import { ActionIcon, Button, Group, Indicator, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Bell, Languages, Moon, ShoppingCart, Sun } from 'lucide-react';
import { Link } from 'react-router';
import { Avatar } from '@/parts/avatar';
import { useCartCount } from '@/parts/cart-count';
import { useViewer } from '@/parts/viewer';
import { setLocale, useLocale } from '@/words/locale';
import { useWords } from '@/words/words';
import classes from './shell.module.css';
import { shellWords } from './shell-words';

export function TopBar() {
  const words = useWords(shellWords);
  const locale = useLocale();
  const viewer = useViewer();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const inCart = useCartCount();
  const unread = viewer?.unreadNotificationCount ?? 0;
  const icon = { variant: 'subtle', color: 'gray', size: 'lg' } as const;
  return (
    <header className={classes['top']}>
      <Link to="/" className={classes['brand']} aria-label="Mosaic">
        <img src="/icon.svg" alt="" width={28} height={28} />
        <span>Mosaic</span>
      </Link>
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          {...icon}
          aria-label={words.language}
          title={words.language}
          lang={locale === 'fr' ? 'en' : 'fr'}
          onClick={() => setLocale(locale === 'fr' ? 'en' : 'fr')}
        >
          <Languages size={19} aria-hidden />
        </ActionIcon>
        <ActionIcon
          {...icon}
          aria-label={isDark ? words.light : words.dark}
          onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
        >
          {isDark ? <Sun size={19} aria-hidden /> : <Moon size={19} aria-hidden />}
        </ActionIcon>
        <Indicator {...badgeOf(inCart)} color="iris">
          <ActionIcon
            {...icon}
            component={Link}
            to="/cart"
            aria-label={inCart > 0 ? `${words.cart}, ${words.inCart(inCart)}` : words.cart}
          >
            <ShoppingCart size={19} aria-hidden />
          </ActionIcon>
        </Indicator>
        {viewer ? (
          <>
            <Indicator {...badgeOf(unread)} color="red.8">
              <ActionIcon
                {...icon}
                component={Link}
                to="/notifications"
                aria-label={
                  unread > 0 ? `${words.notifications}, ${words.unread(String(unread))}` : words.notifications
                }
              >
                <Bell size={19} aria-hidden />
              </ActionIcon>
            </Indicator>
            <Link to="/account" aria-label={words.account} className={classes['me']}>
              <Avatar user={viewer} size={32} />
            </Link>
          </>
        ) : (
          <Button component={Link} to="/sign-in" size="compact-md" ml={4}>
            {words.signIn}
          </Button>
        )}
      </Group>
    </header>
  );
}

const badgeOf = (count: number) => ({
  label: count > 99 ? '99+' : String(count),
  ...{ disabled: count === 0, size: 17, offset: 5 },
});
