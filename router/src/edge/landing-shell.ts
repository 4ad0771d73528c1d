// Apollo Server for the one thing it does here: the page that loads Sandbox.
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { GraphQLSchema } from 'graphql';

/** Started; it never gets an operation. */
export async function openLandingShell(schema: GraphQLSchema): Promise<ApolloServer> {
  const shell = new ApolloServer({
    schema,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginLandingPageLocalDefault({ embed: { runTelemetry: false }, footer: false })],
  });
  await shell.start();
  return shell;
}
