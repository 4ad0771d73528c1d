// Which operations a graph answered most recently, so that the next graph can plan them before it is asked.
import type { OperationDefinitionNode } from 'graphql';
import { Recent } from '../bounds/recent.js';
import type { Passage } from '../passage.js';

export interface OperationText {
  readonly query: string;
  /** As clients send it: null when they send none; undefined when it is not known, and every operation is meant. */
  readonly operationName?: string | null;
}

export const MOST_REMEMBERED = 500;

export class RecentOperations {
  readonly #seen = new Recent<OperationDefinitionNode, OperationText>(MOST_REMEMBERED);

  /** Call it with what was answered. The same text is the same document, so a known one costs a look-up. */
  note({ operation, asked }: Passage): void {
    if (!operation || !asked || this.#seen.get(operation)) return;
    this.#seen.set(operation, { query: asked.query, operationName: asked.operationName ?? null });
  }

  /** The most recent first. */
  list(): readonly OperationText[] {
    return this.#seen.values().reverse();
  }
}

/** Each once, where it stands first. */
export function distinct(operations: readonly OperationText[]): OperationText[] {
  const byText = new Map<string, OperationText>();
  for (const operation of operations) {
    const key = JSON.stringify([operation.query, operation.operationName]);
    if (!byText.has(key)) byText.set(key, operation);
  }
  return [...byText.values()];
}
