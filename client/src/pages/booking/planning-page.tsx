// The viewer's planning: what comes, the week, the month, what is past. The view is kept in the address; all of it is live.
import { Button, SegmentedControl } from '@mantine/core';
import { CalendarCog, Search } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { useLiveCalendar } from '@/parts/use-live-calendar';
import { useSignedIn } from '@/parts/viewer';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { Agenda } from './planning/agenda';
import { CalendarBoard } from './planning/calendar-board';
import { Past } from './planning/past';
import { planningWords } from './planning-words';

const VIEWS = ['agenda', 'week', 'month', 'past'] as const;
type View = (typeof VIEWS)[number];

export function Page() {
  const words = useWords(planningWords);
  const viewer = useSignedIn();
  const [address, setAddress] = useSearchParams();
  const view = VIEWS.find((one) => one === address.get('view')) ?? 'agenda';
  useLiveCalendar();
  const isCoach = viewer.coach?.standing === 'APPROVED';
  return (
    <Frame
      title={words.title}
      lead={words.lead}
      actions={
        isCoach ? (
          <Button component={Link} to="/planning/schedule" leftSection={<CalendarCog size={17} aria-hidden />}>
            {words.schedule}
          </Button>
        ) : (
          <Button component={Link} to="/coaches" leftSection={<Search size={17} aria-hidden />}>
            {words.find}
          </Button>
        )
      }
    >
      <SegmentedControl
        aria-label={words.views}
        mb="lg"
        value={view}
        onChange={(next) => setAddress(next === 'agenda' ? {} : { view: next }, { replace: true })}
        data={VIEWS.map((value: View) => ({ value, label: words.view[value] }))}
      />
      {view === 'agenda' && <Agenda />}
      {(view === 'week' || view === 'month') && <CalendarBoard key={view} span={view} />}
      {view === 'past' && <Past />}
    </Frame>
  );
}
