import '@shouwen/contracts/no-eval';
import { createRoot } from 'react-dom/client';
import '@shouwen/ui/styles/app.css';
import { EmptyState } from '@shouwen/ui/empty-state';

const root = document.getElementById('root');
if (root) createRoot(root).render(<EmptyState title="首问" />);
