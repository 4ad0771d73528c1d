// Searching and picking people: several with <FindPeople>, one with <FindPerson>. Comboboxes that keyboards and screen
// readers can use; what is found appears while one types.
import { Group, MultiSelect, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '@/words/words';
import { Avatar } from './avatar';
import { findPeopleWords } from './find-people-words';
import { type Person, useFoundPeople } from './use-found-people';

export type { Person };

interface FindProps {
  readonly label: string;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** Ids of people who are not offered, e.g. the viewer, or who is there already. */
  readonly without?: readonly string[];
}

interface FindPeopleProps extends FindProps {
  readonly value: readonly Person[];
  readonly onChange: (people: readonly Person[]) => void;
  /** How many may be picked. */
  readonly most?: number;
}

const nobody: readonly string[] = [];

export function FindPeople({ value, onChange, most, without = nobody, ...input }: FindPeopleProps) {
  const { search, found, props } = useSearch(without);
  const known = union(value, found);
  return (
    <MultiSelect
      {...input}
      {...props}
      {...(most !== undefined && { maxValues: most })}
      data={known.map(asOption)}
      value={value.map(({ id }) => id)}
      onChange={(ids) => onChange(ids.flatMap((id) => known.find((person) => person.id === id) ?? []))}
      searchValue={search}
      renderOption={({ option }) => <Option person={known.find(({ id }) => id === option.value)} />}
      hidePickedOptions
    />
  );
}

interface FindPersonProps extends FindProps {
  readonly value: Person | null;
  readonly onChange: (person: Person | null) => void;
}

export function FindPerson({ value, onChange, without = nobody, ...input }: FindPersonProps) {
  const { search, found, props } = useSearch(without);
  const known = union(value ? [value] : [], found);
  return (
    <Select
      {...input}
      {...props}
      data={known.map(asOption)}
      value={value?.id ?? null}
      onChange={(chosen) => onChange(known.find(({ id }) => id === chosen) ?? null)}
      searchValue={search}
      renderOption={({ option }) => <Option person={known.find(({ id }) => id === option.value)} />}
    />
  );
}

/** What both have in common: the text that is searched, what it finds, and how that is said. */
function useSearch(without: readonly string[]) {
  const words = useWords(findPeopleWords);
  const [search, setSearch] = useState('');
  const [isWanted, setWanted] = useState(false);
  const { people, isSearching, hasFailed } = useFoundPeople(search, isWanted, without);
  const nothing = hasFailed ? words.failed : isSearching ? words.searching : words.nobody;
  const props = {
    searchable: true,
    clearable: true,
    placeholder: words.placeholder,
    onSearchChange: setSearch,
    onDropdownOpen: () => setWanted(true),
    // The server has searched already.
    filter: <Shown,>({ options }: { options: Shown }) => options,
    nothingFoundMessage: <span role="status">{nothing}</span>,
    clearButtonProps: { 'aria-label': words.clear },
    maxDropdownHeight: 260,
  } as const;
  return { search, found: people, props };
}

const asOption = ({ id, displayName }: Person) => ({ value: id, label: displayName });

const union = (picked: readonly Person[], found: readonly Person[]): readonly Person[] => [
  ...picked,
  ...found.filter(({ id }) => !picked.some((person) => person.id === id)),
];

const Option = ({ person }: { readonly person: Person | undefined }) => (
  <Group gap="sm" wrap="nowrap">
    <Avatar user={person} size={28} />
    <Text size="sm" truncate>
      {person?.displayName}
    </Text>
  </Group>
);
