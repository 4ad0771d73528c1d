// The codes that anybody meets first.
import { Table, Text, Title } from '@mantine/core';
import { useWords } from '@/words/words';
import { developerWords } from './developer-words';

export function RefusalCodes() {
  const words = useWords(developerWords);
  return (
    <section aria-labelledby="refusals">
      <Title order={2} size="h3" id="refusals" mb={6}>
        {words.refusals}
      </Title>
      <Text mb="md" maw={720}>
        {words.refusalsText}
      </Text>
      <Table verticalSpacing="xs" layout="auto">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.code}</Table.Th>
            <Table.Th>{words.meaning}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {Object.entries(words.codes).map(([code, meaning]) => (
            <Table.Tr key={code}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <code>{code}</code>
              </Table.Td>
              <Table.Td>{meaning}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
