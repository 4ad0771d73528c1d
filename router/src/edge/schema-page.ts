// GET /schema.graphql: what clients may ask, as SDL, for tools and the app's developer page. Only where the schema is shown.
import { type GraphQLSchema, printSchema } from 'graphql';
import { securityHeaders } from './security-headers.js';
import { isReading, pathOf, type SideDoor } from './side-door.js';

/** `schemaOf` is the schema of now. */
export function schemaPage(schemaOf: () => GraphQLSchema, showsSchema: boolean): SideDoor {
  const printed = new WeakMap<GraphQLSchema, string>();
  return async (request, response) => {
    if (!showsSchema || pathOf(request) !== '/schema.graphql' || !isReading(request)) return false;
    const schema = schemaOf();
    const sdl = printed.get(schema) ?? `${printSchema(schema)}\n`;
    printed.set(schema, sdl);
    const length = Buffer.byteLength(sdl);
    response.writeHead(200, {
      ...securityHeaders,
      'content-type': 'text/plain; charset=utf-8',
      'content-length': length,
    });
    response.end(sdl);
    return true;
  };
}
