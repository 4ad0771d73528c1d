// Which type may answer for which: two object types never stand for each other, but an @interfaceObject answers with the
// name of the interface.
import { type GraphQLSchema, isObjectType } from 'graphql';

/** Whether an entity of type `got` may answer for one of type `asked`. Types the supergraph does not have may. */
export const standIns =
  (supergraphSchema: GraphQLSchema) =>
  (asked: string, got: string): boolean =>
    asked === got || !isObjectType(supergraphSchema.getType(asked)) || !isObjectType(supergraphSchema.getType(got));
