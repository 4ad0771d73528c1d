// The four domains, each a way in.
import { Text, Title } from '@mantine/core';
import { GraduationCap, MessagesSquare, ShoppingBag, Sparkles } from 'lucide-react';
import { Card, Cards } from '@/ui/card';
import { CoverLink } from '@/ui/cover-link';
import { useWords } from '@/words/words';
import classes from './landing.module.css';
import { landingWords } from './landing-words';

const domains = [
  { name: 'community', text: 'communityText', to: '/sign-up', icon: MessagesSquare, tone: 'iris' },
  { name: 'booking', text: 'bookingText', to: '/coaches', icon: Sparkles, tone: 'teal' },
  { name: 'commerce', text: 'commerceText', to: '/shop', icon: ShoppingBag, tone: 'orange' },
  { name: 'learning', text: 'learningText', to: '/courses', icon: GraduationCap, tone: 'pink' },
] as const;

export function Domains() {
  const words = useWords(landingWords);
  return (
    <section aria-label={words.domains}>
      <Cards least="15rem">
        {domains.map(({ name, text, to, icon: Icon, tone }) => (
          <Card as="li" key={name}>
            <div
              className={classes['icon']}
              style={{
                background: `var(--mantine-color-${tone}-light)`,
                color: `var(--mantine-color-${tone}-light-color)`,
              }}
            >
              <Icon size={22} aria-hidden />
            </div>
            <Title order={2} size="h4" mb={4}>
              <CoverLink to={to}>{words[name]}</CoverLink>
            </Title>
            <Text size="sm" c="dimmed">
              {words[text]}
            </Text>
          </Card>
        ))}
      </Cards>
    </section>
  );
}
