// How the app looks on this device.
import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { setLocale, useLocale } from '@/words/locale';
import { inBoth, useWords } from '@/words/words';
import { AccountFrame } from './account-frame';
import { Section } from './section';

const appearanceWords = inBoth({
  en: {
    lead: 'How Mosaic looks on this device.',
    colours: 'Colours',
    coloursText: 'Light, dark, or as your device has it.',
    schemes: { auto: 'Automatic', light: 'Light', dark: 'Dark' },
    language: 'Language here',
    languageText: 'On this device only. The language of your mails is in your profile.',
  },
  fr: {
    lead: 'L’aspect de Mosaic sur cet appareil.',
    colours: 'Couleurs',
    coloursText: 'Claires, sombres, ou celles de votre appareil.',
    schemes: { auto: 'Automatiques', light: 'Claires', dark: 'Sombres' },
    language: 'Langue ici',
    languageText: 'Sur cet appareil seulement. La langue de vos e-mails se choisit dans votre profil.',
  },
});

const SCHEMES = ['auto', 'light', 'dark'] as const;

export function Page() {
  const words = useWords(appearanceWords);
  const locale = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <AccountFrame section="appearance" lead={words.lead}>
      <Section title={words.colours} text={words.coloursText}>
        <SegmentedControl
          aria-label={words.colours}
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme as (typeof SCHEMES)[number])}
          data={SCHEMES.map((value) => ({ value, label: words.schemes[value] }))}
        />
      </Section>
      <Section title={words.language} text={words.languageText}>
        <SegmentedControl
          aria-label={words.language}
          value={locale}
          onChange={(chosen) => setLocale(chosen === 'fr' ? 'fr' : 'en')}
          data={[
            { value: 'en', label: 'English' },
            { value: 'fr', label: 'Français' },
          ]}
        />
      </Section>
    </AccountFrame>
  );
}
