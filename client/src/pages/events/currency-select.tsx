// The currency that an event's money is counted in, by its name in the person's language.
import { NativeSelect } from '@mantine/core';
import { useLocale } from '@/words/locale';

const currencies = ['EUR', 'CHF', 'GBP', 'USD', 'CAD', 'JPY', 'TND', 'MAD', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'AUD'];

interface CurrencySelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (currency: string) => void;
  readonly error: string | undefined;
}

export function CurrencySelect({ label, value, onChange, error }: CurrencySelectProps) {
  const names = new Intl.DisplayNames(useLocale(), { type: 'currency' });
  return (
    <NativeSelect
      flex="1 1 12rem"
      label={label}
      value={value}
      error={error}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={currencies.map((code) => ({ value: code, label: `${code} · ${names.of(code)}` }))}
    />
  );
}
