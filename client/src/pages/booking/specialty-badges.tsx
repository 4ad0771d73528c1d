// What a coach works in, in the person's language.
import { Badge, Group } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useLocale } from '@/words/locale';

const fragment = graphql(`
  fragment SpecialtyBadges_coach on Coach {
    id
    specialties {
      id
      nameEn
      nameFr
    }
  }
`);

export function SpecialtyBadges({ coach }: { readonly coach: FragmentType<typeof fragment> }) {
  const locale = useLocale();
  const { specialties } = unmask(fragment, coach);
  return (
    <Group gap={6}>
      {specialties.map(({ id, nameEn, nameFr }) => (
        <Badge key={id} variant="light" tt="none" size="md">
          {locale === 'fr' ? nameFr : nameEn}
        </Badge>
      ))}
    </Group>
  );
}
