// The words that are looked for. The address follows when the person pauses; Enter asks at once.
import { CloseButton, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '@/words/words';
import { shopWords } from './shop-words';

const PAUSE_MS = 300;

interface SearchBoxProps {
  readonly text: string;
  readonly onSearch: (text: string) => void;
}

export function SearchBox({ text, onSearch }: SearchBoxProps) {
  const words = useWords(shopWords);
  const [typed, setTyped] = useState(text);
  const search = useRef(onSearch);
  search.current = onSearch;
  const asked = useRef(text);
  useEffect(() => {
    // Somebody went back, or reset the search: the box follows the address, but not the address it has just written.
    if (text !== asked.current) setTyped(text);
    asked.current = text;
  }, [text]);
  useEffect(() => {
    if (typed === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = typed;
      search.current(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    asked.current = typed;
    onSearch(typed);
  };
  return (
    <search>
      <form onSubmit={submit}>
        <TextInput
          enterKeyHint="search"
          size="md"
          aria-label={words.search}
          placeholder={words.searchHint}
          maxLength={200}
          value={typed}
          onChange={({ currentTarget: { value } }) => setTyped(value)}
          leftSection={<Search size={18} aria-hidden />}
          rightSection={typed && <CloseButton aria-label={words.clear} onClick={() => setTyped('')} />}
        />
      </form>
    </search>
  );
}
