// A supergraph whose subgraphs answer what a test says, behind the executor.
import { composeServices } from '@apollo/composition';
import { Deadline } from '@mosaic/kernel/deadline/deadline';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { parse } from 'graphql';
import type { SubgraphAnswer } from '../../../src/fetch/subgraph.js';
import { type Call, nothingPassedOn } from '../../../src/plan/call.js';
import type { Outcome } from '../../../src/plan/executor.js';
import { openExecutor } from '../../../src/plan/open-executor.js';

interface Question {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly representations: readonly Readonly<Record<string, unknown>>[];
}

/** The JSON text of the answer, or the answer itself. */
export type Answers = (question: Question) => string | SubgraphAnswer;

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@interfaceObject"])';

export function graph(schemas: Readonly<Record<string, string>>) {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(schemas).map(([name, sdl]) => ({ name, url: `http://${name}/`, typeDefs: parse(LINK + sdl) })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  const asked: Question[] = [];
  const lab = { answer: (() => ({ data: null })) as Answers };
  const executor = openExecutor(supergraphSdl, (subgraph) => ({
    name: subgraph,
    async ask(body) {
      const { query, variables } = JSON.parse(body) as Question;
      const representations = (variables['representations'] ?? []) as Question['representations'];
      const question = { subgraph, query, variables, representations };
      asked.push(question);
      const answer = lab.answer(question);
      return typeof answer === 'string' ? (JSON.parse(answer) as SubgraphAnswer) : answer;
    },
  }));
  return {
    executor,
    asked,
    async run(query: string, answer: Answers, variables: Record<string, unknown> = {}, operationName?: string) {
      asked.length = 0;
      lab.answer = answer;
      return told(await executor.execute({ document: parse(query), variables, operationName }, call()));
    },
    /** For what is not `run`. */
    answering(answer: Answers) {
      lab.answer = answer;
    },
  };
}

/** As a client would see it, unmasked. */
export function told({ data, errors, extensions }: Outcome) {
  return {
    ...(data !== undefined && { data: JSON.parse(data) as unknown }),
    ...(errors.length > 0 && {
      errors: errors.map(({ message, path, extensions: { code } }) => ({ message, path, code })),
    }),
    ...(extensions && { extensions: JSON.parse(JSON.stringify(extensions)) as unknown }),
  };
}

export const call = (): Call => ({
  viewer: null,
  guest: null,
  passedOn: nothingPassedOn,
  access: '',
  locale: 'en',
  requestId: 'test',
  deadline: Deadline.in(5_000),
  hasLeft: false,
  log: createLogger('router', 'CRITICAL'),
});
