// The numbers of a period, each beside the one before. What a part of the graph cannot tell just now says so.
import { Text } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Card, Cards } from '@/ui/card';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { dashboardWords } from './dashboard-words';
import { growth } from './reporting-period';

const fragment = graphql(`
  fragment Figures_dashboard on AdminDashboard {
    period
    revenue {
      amountMinor
      currency
    }
    activeUserCount
    signUpCount
    orderCount
    appointmentCount
    eventCount
    enrollmentCount
    certificateCount
    messageCount
    postCount
    alertCount
    uploadCount
    uploadBytes
  }
`);

const COUNTS = [
  ...(['activeUserCount', 'signUpCount', 'orderCount', 'appointmentCount', 'eventCount', 'enrollmentCount'] as const),
  ...(['certificateCount', 'messageCount', 'postCount', 'alertCount', 'uploadCount'] as const),
];

type Dashboard = FragmentType<typeof fragment>;

export function Figures({
  now: maskedNow,
  before: maskedBefore,
}: {
  readonly now: Dashboard;
  readonly before: Dashboard;
}) {
  const words = useWords(dashboardWords);
  const { number, money, bytes } = useFormats();
  const now = unmask(fragment, maskedNow);
  const before = unmask(fragment, maskedBefore);
  return (
    <Cards least="12rem">
      <Card as="li">
        <Figure name={words.revenue} value={now.revenue ? now.revenue.map(money).join(' + ') : null} note={null} />
      </Card>
      {COUNTS.map((count) => (
        <Card as="li" key={count}>
          <Figure
            name={words.names[count]}
            value={now[count] === null ? null : number(now[count])}
            note={<Difference now={now[count]} before={before[count]} />}
          />
          {count === 'uploadCount' && now.uploadBytes !== null && (
            <Text size="sm" c="dimmed">
              {words.uploads(bytes(now.uploadBytes))}
            </Text>
          )}
        </Card>
      ))}
    </Cards>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string | null;
  readonly note: React.ReactNode;
}

function Figure({ name, value, note }: FigureProps) {
  const words = useWords(dashboardWords);
  return (
    <>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text fz={value === null ? 'md' : '1.7rem'} fw={700} lh={1.3} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {value === null ? words.unknown : value || '0'}
      </Text>
      {note}
    </>
  );
}

function Difference({ now, before }: { readonly now: number | null; readonly before: number | null }) {
  const words = useWords(dashboardWords);
  const { percent } = useFormats();
  if (now === null || before === null) return null;
  const share = growth(now, before);
  const text =
    now === before
      ? words.same
      : share === null
        ? words.fresh
        : words.before(`${share > 0 ? '+' : '−'}${percent(Math.abs(share))}`);
  return (
    <Text size="xs" c="dimmed">
      {text}
    </Text>
  );
}
