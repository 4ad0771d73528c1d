// Searching and filtering accounts; what is chosen goes into the address.
import { Group, NativeSelect, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { useSoonHere } from '@/parts/use-soon-here';
import { useWords } from '@/words/words';
import { accountWords } from './account-words';
import { ROLES, STATUSES, withFilter } from './filters-in-address';

const PAUSE_MS = 250;

export function AccountFilters() {
  const words = useWords(accountWords);
  const [address, setAddress] = useSearchParams();
  const choose = (name: string, value: string) =>
    setAddress((current) => withFilter(current, name, value), { replace: true });
  const search = useSoonHere((text: string) => choose('q', text.trim()), PAUSE_MS);
  const all = { value: '', label: words.all };
  return (
    <Group mb="lg" align="flex-end">
      <TextInput
        type="search"
        label={words.search}
        leftSection={<Search size={18} aria-hidden />}
        defaultValue={address.get('q') ?? ''}
        onChange={(event) => search(event.currentTarget.value)}
        flex="1 1 14rem"
      />
      <NativeSelect
        label={words.role}
        value={address.get('role') ?? ''}
        onChange={(event) => choose('role', event.currentTarget.value)}
        data={[all, ...ROLES.map((value) => ({ value, label: words.roles[value] }))]}
      />
      <NativeSelect
        label={words.status}
        value={address.get('status') ?? ''}
        onChange={(event) => choose('status', event.currentTarget.value)}
        data={[all, ...STATUSES.map((value) => ({ value, label: words.statuses[value] }))]}
      />
    </Group>
  );
}
