// Where the app begins in a browser.
import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { isSignedIn } from './graph/session';
import { dropEverything } from './offline/kept-store';
import { initLocale } from './words/locale';

initLocale();
// A session may have ended while no tab was open to hear of it.
if (!isSignedIn()) void dropEverything();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
