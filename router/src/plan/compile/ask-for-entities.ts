// A fetch of fields of entities that other subgraphs have named: each distinct one is asked for once, and the answer goes
// to every place where it stands.
import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLFormattedError } from 'graphql';
import { errorOf } from '../../respond/refusals.js';
import { applyRewrites } from '../mend/apply-rewrites.js';
import { blame, placeOf } from './blame.js';
import type { PlanParts } from './compile-plan.js';
import { merge } from './merge.js';
import { type PlanPath, placesOf, reach } from './reach.js';
import { type Representations, representer } from './represent.js';
import { requestWriter } from './request-text.js';
import { type Fetched, isObject, type Run, type Step } from './run.js';
import { share } from './share.js';

/** The entities under a path, and which representation stands for each: -1 when it has none. */
interface Asked {
  readonly entities: readonly Fetched[];
  readonly slots: readonly number[];
  readonly representations: Representations;
}

export function askForEntities(node: FetchNode, parts: PlanParts, path: PlanPath): Step {
  const { serviceName, outputRewrites } = node;
  const { supergraphSchema } = parts;
  const subgraph = parts.subgraphOf(serviceName);
  const write = requestWriter(node);
  const find = reach(path);
  const represent = representer(supergraphSchema, node);

  function gather(run: Run): Asked | null {
    const { objects, holders, keys } = find(run.root);
    const representations = represent();
    const slots: number[] = [];
    const first: Fetched[] = [];
    for (let at = 0; at < objects.length; at += 1) {
      const entity = objects[at] as Fetched;
      const slot = representations.slotOf(entity);
      slots.push(slot);
      if (slot < 0) continue;
      const same = first[slot];
      if (!same) first[slot] = entity;
      // All that is known of both is what is in their one representation: they may be one object from here on.
      else if (same !== entity && representations.isWhole(entity) && representations.isWhole(same)) {
        share(same);
        objects[at] = same;
        (holders[at] as Fetched)[keys[at] as string] = same;
      }
    }
    return representations.count === 0 ? null : { entities: objects, slots, representations };
  }

  function place(run: Run, { entities, slots }: Asked, errors: readonly GraphQLFormattedError[]): void {
    let places: ReturnType<typeof placesOf> | undefined;
    const slotOf = new Map(entities.map((entity, at) => [entity, slots[at]]));
    for (const error of errors) {
      const slot = error.path?.[1];
      if (typeof slot !== 'number') {
        run.errors.push(blame(serviceName, error, placeOf(path, error.path)));
        continue;
      }
      places ??= placesOf(path, run.root);
      const rest = error.path?.slice(2) ?? [];
      for (const { place: there, object } of places) {
        if (slotOf.get(object) === slot) run.errors.push(blame(serviceName, error, [...there, ...rest]));
      }
    }
  }

  /** What is wrong with the entities that came, for our log; null when they are as asked for. */
  function complaint({ entities, slots, representations: { count } }: Asked, got: unknown): string | null {
    if (!Array.isArray(got) || got.length !== count) {
      return `answered ${Array.isArray(got) ? got.length : 'no'} entities for ${count}`;
    }
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] as number;
      const entity: unknown = slot < 0 ? null : got[slot];
      if (entity === null || entity === undefined) continue;
      if (!isObject(entity)) return 'answered an entity that is no object';
      const asked = entities[at]?.['__typename'];
      const type = entity['__typename'];
      if (type !== undefined && type !== asked && !parts.mayStandFor(String(asked), String(type))) {
        return `answered a ${String(type)} for a ${String(asked)}`;
      }
    }
    return null;
  }

  return (run) => {
    const asked = gather(run);
    return asked ? ask(run, asked) : undefined;
  };

  async function ask(run: Run, asked: Asked): Promise<void> {
    const { data, errors = [] } = await subgraph.ask(write(run, asked.representations.text), 'query', run.call);
    if (errors.length > 0) place(run, asked, errors);
    if (!data) return;
    const { entities, slots } = asked;
    const got = data['_entities'] as (Fetched | null)[];
    const wrong = complaint(asked, got);
    if (wrong) {
      run.call.log.warning('a subgraph answered other entities than were asked for', { subgraph: serviceName, wrong });
      run.errors.push(blame(serviceName, errorOf('SUBGRAPH_UNAVAILABLE'), undefined));
      return;
    }
    if (outputRewrites) correct(asked, got);
    const first: Fetched[] = [];
    for (let at = 0; at < entities.length; at += 1) {
      const entity = entities[at] as Fetched;
      const slot = slots[at] as number;
      const more = slot < 0 ? null : got[slot];
      // Two places of one entity share what is below them: every later fetch would treat them alike.
      if (!more || first[slot] === entity) continue;
      first[slot] ??= entity;
      merge(entity, more);
    }
  }

  /** Rewrites go by the type's name, which the subgraph may not have been asked for. */
  function correct({ entities, slots }: Asked, got: (Fetched | null)[]): void {
    for (const [slot, entity] of got.entries()) {
      if (!entity) continue;
      if (!entity['__typename']) entity['__typename'] = entities[slots.indexOf(slot)]?.['__typename'];
      applyRewrites(supergraphSchema, outputRewrites, entity);
    }
  }
}
