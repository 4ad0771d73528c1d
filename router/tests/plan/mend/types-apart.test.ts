// Fields of one key whose types no answer can hold together, such as `engine: Engine!` and `engine: Engine`: the planner
// asks for one of them under an alias.
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { openGarage } from './lab/garage.js';

const { stock, ours, oursOfEach, planned, asked } = openGarage();
const answers = (...of: unknown[]) => ({ data: { movers: [...of, of[0]] } });

describe('the alias that the planner forgets to write', () => {
  it('in a fragment that has a condition and no type', async () => {
    const query = `query ($v: Boolean!) { movers {
      ... on Car { ... @include(if: $v) { engine { label } } } ... on Bike { ... @include(if: $v) { engine { label } } }
    } }`;
    expect(await stock(query, { v: true })).toMatchObject({ data: null, errors: [{ message: /conflict/ }] });
    expect(await ours(query, { v: true })).toEqual(
      answers({ engine: { label: 'V6' } }, { engine: { label: 'two' } }, {}),
    );
    expect(await ours(query, { v: false })).toEqual(answers({}, {}, {}));
  });

  it('below a field that has one', async () => {
    const query = `{ movers {
      ... on Bike { engine { label } }
      ... on Car { engine { ... on Motor { power } ... on Legs { power } } spares { ... on Motor { power } ... on Legs { power } } }
    } }`;
    expect(await stock(query)).toMatchObject({ data: null, errors: [{ message: /conflict/ }] });
    const spares = [{ power: 90 }, { power: 90 }];
    expect(await ours(query)).toEqual(answers({ engine: { power: 90 }, spares }, { engine: { label: 'two' } }, {}));
  });
});

describe('both of one object', () => {
  it.each([
    ['the one after', '{ movers { engine { label } ... on Car { engine { ... on Motor { power } } } } }'],
    ['the other after', '{ movers { ... on Car { engine { ... on Motor { power } } } engine { label } } }'],
  ])('are joined, %s the other', async (_, query) => {
    const right = answers({ engine: { label: 'V6', power: 90 } }, { engine: { label: 'two' } }, { engine: null });
    expect(await stock(query)).not.toEqual(right);
    expect(await ours(query)).toEqual(right);
  });

  it('are joined element by element', async () => {
    const query = '{ movers { spares { label } ... on Car { spares { ... on Motor { power } } } } }';
    const both = { label: 'V6', power: 90 };
    const right = answers(
      { spares: [both, both] },
      { spares: [{ label: 'two' }, null, { label: 'V6' }] },
      { spares: null },
    );
    expect(await stock(query)).not.toEqual(right);
    expect(await ours(query)).toEqual(right);
  });

  it('are joined in events', async () => {
    const query = 'subscription { passing { engine { label } ... on Car { engine { ... on Motor { power } } } } }';
    expect(await oursOfEach(query)).toEqual([
      { data: { passing: { engine: { label: 'V6', power: 90 } } } },
      { data: { passing: { engine: { label: 'two' } } } },
    ]);
  });
});

it('is left alone where the planner has it right', () => {
  const found = planned('{ movers { ... on Car { engine { label } } ... on Bike { engine { label } } } }');
  expect(found).toMatchObject({ mended: null });
});

it("errors have the client's keys in their paths", async () => {
  const lab = openGarage(() => {
    throw new Error('not to be seen');
  });
  const query = '{ movers { engine { label } ... on Car { engine { ... on Motor { cover { colour } } } } } }';
  expect(await lab.ours(query)).toEqual({
    ...answers({ engine: { label: 'V6', cover: { colour: null } } }, { engine: { label: 'two' } }, { engine: null }),
    errors: [0, 3].map((nth) => ({ message: 'not to be seen', path: ['movers', nth, 'engine', 'cover', 'colour'] })),
  });
});

it('an alias that looks like one of ours is refused where the plan has to be mended', async () => {
  const query = '{ movers { _t0_engine: plate engine { label } ... on Car { engine { ... on Motor { power } } } } }';
  expect(planned(query)).toBeInstanceOf(GraphQLError);
  expect(await ours(query)).toEqual({
    errors: [{ message: 'The alias "_t0_engine" cannot be used in this operation: choose another.' }],
  });
  expect(asked).toEqual([]);
});

it('an object whose type only the supergraph leaves open is asked for its name', async () => {
  const query = '{ onRoad { ... on Mover { engine { label ... on Legs { power } } } } }';
  const right = { data: { onRoad: [{ engine: { label: 'two', power: null } }, { engine: { label: 'V6' } }] } };
  expect(await stock(query)).toEqual({ data: { onRoad: [{ engine: { label: 'two' } }, { engine: { label: 'V6' } }] } });
  expect(await ours(query)).toEqual(right);
});
