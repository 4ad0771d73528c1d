// The counts of each part of a period as a table: for those who cannot use the chart, and for those who want the numbers.
import { Table } from '@mantine/core';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { dashboardWords } from './dashboard-words';

export const MEASURES = [
  ...(['messageCount', 'postCount', 'orderCount', 'appointmentCount'] as const),
  ...(['enrollmentCount', 'signUpCount', 'alertCount'] as const),
];
export type Measure = (typeof MEASURES)[number];
export type TrendRow = { readonly from: string } & { readonly [name in Measure]: number | null };

export function TrendTable({ rows }: { readonly rows: readonly TrendRow[] }) {
  const words = useWords(dashboardWords);
  const { date, number } = useFormats();
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing="sm" captionSide="top">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.from}</Table.Th>
            {MEASURES.map((name) => (
              <Table.Th key={name} ta="right">
                {words.names[name]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.from}>
              <Table.Th scope="row">{date(row.from)}</Table.Th>
              {MEASURES.map((name) => (
                <Table.Td key={name} ta="right">
                  {row[name] === null ? '—' : number(row[name])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
