// Asks each root field once, about the owner's records, with an input that would do for whoever is admitted.
import type { Person } from '../lab/person.js';
import { askRouter } from './ask-as.js';
import type { RootRow } from './matrix.js';
import { tableOf } from './rooms/all.js';
import { declared, type Stage, variablesIn } from './stage.js';

const queries = tableOf('queries');
const inputs = tableOf('inputs');

/** Whether this person got an answer; the codes say why not. */
export async function tryRoot(
  stage: Stage,
  { operation, field }: Pick<RootRow, 'operation' | 'field'>,
  person: Person | null,
): Promise<{ isAdmitted: boolean; codes: string[] }> {
  const { query, variables } = operation === 'Query' ? queryOf(stage, field) : await mutationOf(stage, field, person);
  const { data, errors = [] } = await askRouter(stage.router, person, query, variables);
  const answer = data?.[field] as { userErrors?: { code: string }[] } | (object | null)[] | null | undefined;
  const refused = answer && 'userErrors' in answer ? (answer.userErrors ?? []) : [];
  const codes = [...errors.map(({ extensions }) => extensions?.code ?? ''), ...refused.map(({ code }) => code)];
  const isNothing = answer == null || (Array.isArray(answer) && answer.every((member) => member === null));
  return { isAdmitted: !isNothing && codes.length === 0, codes };
}

function queryOf({ ids }: Stage, field: string) {
  const selection = queries[field];
  if (!selection) throw new Error(`no sample of Query.${field}`);
  const variables = variablesIn(selection, ids);
  const named = Object.keys(variables).map(declared);
  const header = named.length > 0 ? `query (${named.join(', ')})` : '';
  return { query: `${header} { ${selection} }`, variables };
}

async function mutationOf(stage: Stage, field: string, person: Person | null) {
  const make = inputs[field];
  if (make === undefined) throw new Error(`no sample of Mutation.${field}`);
  if (make === null) return { query: `mutation { ${field} { userErrors { code } } }`, variables: {} };
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${field}(input: $input) { userErrors { code } } }`;
  return { query, variables: { input: await make(stage, person) } };
}
