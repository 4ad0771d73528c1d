// What every page stands on: the graph, the look, the routes, and the end of a session.
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { setNonce } from 'get-nonce';
import { BrowserRouter, Route, Routes } from 'react-router';
import { client, forget } from './graph/client';
import { readFailure } from './graph/failure';
import { onTurn } from './graph/session';
import { forgetKept } from './offline/kept-store';
import { ViewerProvider } from './parts/viewer';
import { Guard } from './shell/guard';
import { NotFound } from './shell/not-found';
import { pages } from './shell/routes';
import { Shell } from './shell/shell';
import { readableVariables, theme } from './theme';
import { Problem } from './ui/problem';
import { Splash } from './ui/splash';

// The page is loaded anew when its viewer changes, so that nothing of theirs stays in memory.
onTurn(async (turn) => {
  await Promise.all([forget(), forgetKept()]);
  if (turn === 'entered') location.reload();
  else location.assign(turn === 'ended' ? '/sign-in?because=ended' : '/sign-in');
});

/** The router writes a fresh nonce into each index.html; only styles that carry it are applied. */
const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
// Dialogs keep the page behind them still by a style of their own, which asks for the nonce here.
setNonce(styleNonce());

export function App() {
  return (
    <ApolloProvider client={client}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={readableVariables}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <ViewerProvider
          whileUnknown={(retry, error) =>
            retry ? <Problem failure={readFailure(error)} onRetry={retry} /> : <Splash />
          }
        >
          <BrowserRouter>
            <Routes>
              <Route element={<Shell />}>
                {pages.map(({ path, audience, Page }) => (
                  <Route
                    key={path}
                    path={path}
                    element={
                      <Guard audience={audience}>
                        <Page />
                      </Guard>
                    }
                  />
                ))}
                <Route path="*" element={<NotFound />} />
              </Route>
            </Routes>
          </BrowserRouter>
        </ViewerProvider>
      </MantineProvider>
    </ApolloProvider>
  );
}
