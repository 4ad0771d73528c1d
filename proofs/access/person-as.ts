// A viewer of whom it is known that they are somebody.
import type { Person } from '../lab/person.js';
import type { ViewerName } from './matrix.js';
import type { Stage } from './stage.js';

export function personAs({ people }: Pick<Stage, 'people'>, viewer: ViewerName): Person {
  const person = people[viewer];
  if (!person) throw new Error(`${viewer} is nobody`);
  return person;
}
