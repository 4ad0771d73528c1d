// What coaches work in; known to everybody.
import { graphql } from '@/graph/generated';

export const specialtiesQuery = graphql(`
  query SpecialtyChoice {
    specialties {
      id
      nameEn
      nameFr
    }
  }
`);
