// Many people, signed up a few at a time.
import { Person } from '../lab/person.js';

const AT_A_TIME = 8;

/** `count` people, spread evenly over the routers. */
export async function gather(count: number, routers: readonly string[]): Promise<Person[]> {
  const people: Person[] = [];
  while (people.length < count) {
    const next = Array.from({ length: Math.min(AT_A_TIME, count - people.length) }, (_, at) => people.length + at);
    people.push(...(await Promise.all(next.map((n) => Person.signUp(routers[n % routers.length]!, `Person ${n}`)))));
  }
  return people;
}
