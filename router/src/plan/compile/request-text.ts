// The request to a subgraph as JSON text: all of it that does not change is written when the plan is compiled.
import type { FetchNode } from '@apollo/query-planner';
import { narrow } from '../../bounds/byte-text.js';
import type { Run } from './run.js';

/** The body with the variables of this run and, for entities, their representations (already JSON, joined by commas). */
export function requestWriter({ operation, operationName, variableUsages = [] }: FetchNode) {
  const named = operationName ? `,"operationName":${JSON.stringify(operationName)}` : '';
  const head = asNarrow(`{"query":${JSON.stringify(operation)}${named},"variables":{`);
  const usages = variableUsages.map((name) => ({ name, prefix: asNarrow(`${JSON.stringify(name)}:`) }));
  return ({ variables }: Run, representations?: string): string => {
    let text = '';
    for (const { name, prefix } of usages) {
      const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
      if (value !== undefined) text += `${text && ','}${prefix}${JSON.stringify(value)}`;
    }
    if (representations !== undefined) text += `${text && ','}"representations":[${representations}]`;
    return `${head}${text}}}`;
  };
}

/** Unless it has letters that are no ASCII: a request is text. */
const asNarrow = (text: string): string => (Buffer.byteLength(text) === text.length ? narrow(text) : text);
