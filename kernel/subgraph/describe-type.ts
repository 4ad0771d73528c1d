// Describes a plain domain class to GraphQL from outside, so that the domain needs no decorators and no twin type.
import 'reflect-metadata';
import { Directive, Field, ObjectType } from 'type-graphql';

// biome-ignore lint/complexity/noBannedTypes: type-graphql's own word for a class
type AnyClass = Function;
type TypeThunk = () => AnyClass | object | (AnyClass | object)[];

interface FieldOptions {
  nullable?: boolean | 'items' | 'itemsAndList';
  deprecationReason?: string;
  /** Federation directives of the field, e.g. '@shareable'. */
  directives?: readonly string[];
}

/** `[() => Type, 'what it is', {nullable: true}]`; a list is `[() => [Type], ...]`. */
export type FieldPlan = readonly [type: TypeThunk, description: string, options?: FieldOptions];

export interface TypePlan<T> {
  description: string;
  /** Interfaces, as type-graphql classes, e.g. Node. */
  implements?: AnyClass[];
  /** Directives of the type, e.g. '@key(fields: "id")'. */
  directives?: readonly string[];
  /** Properties that are answered as they are; whatever needs a resolver is a @FieldResolver elsewhere. */
  fields: { readonly [K in keyof T]?: FieldPlan };
}

/** Makes `type` the GraphQL object type `name`. Once per class and process: type-graphql keeps one global registry. */
export function describeType<T extends object>(
  type: abstract new (...args: never[]) => T,
  name: string,
  plan: TypePlan<T>,
): void {
  ObjectType(name, { description: plan.description, implements: plan.implements ?? [] })(type);
  for (const directive of plan.directives ?? []) Directive(directive)(type);
  for (const [property, field] of Object.entries(plan.fields) as [string, FieldPlan][]) {
    const [thunk, description, { directives = [], ...options } = {}] = field;
    Field(thunk, { description, ...options })(type.prototype as object, property);
    for (const directive of directives) Directive(directive)(type.prototype as object, property, {});
  }
}
