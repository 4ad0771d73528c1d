// Apollo Server for the one thing it does here: the page that loads Sandbox.
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';

/** Started; it never gets an operation, so that any schema will do. */
export async function openLandingShell(): Promise<ApolloServer> {
  const shell = new ApolloServer({
    typeDefs: 'type Query { landing: Boolean }',
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginLandingPageLocalDefault({ embed: { runTelemetry: false }, footer: false })],
  });
  await shell.start();
  return shell;
}
