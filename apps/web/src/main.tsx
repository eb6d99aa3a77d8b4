import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers.tsx';
import './styles/main.scss';

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no element with the id "root"');
createRoot(container).render(
  <StrictMode>
    <Providers />
  </StrictMode>,
);

// Nearly every screen stands on it and what comes with it: on its way while the session is asked for.
void import('./ui/data-table.tsx');
