import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { ApiError, createApi, type Api } from '../http.ts';

const ApiContext = createContext<Api | null>(null);

/** Gives the screens below their way to the server. */
export function ApiProvider({
  language,
  api,
  children,
}: {
  language?: () => 'zh' | 'en';
  api?: Api;
  children: ReactNode;
}) {
  const own = useMemo(() => api ?? createApi(language ? { language } : {}), [api, language]);
  const queries = useMemo(
    () =>
      new QueryClient({
        // The API repeats what is worth repeating; a refusal is an answer.
        defaultOptions: {
          queries: { retry: (count, error) => !(error instanceof ApiError) && count < 5, staleTime: 5_000 },
        },
      }),
    [],
  );
  return (
    <ApiContext.Provider value={own}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </ApiContext.Provider>
  );
}

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error('useApi is used outside ApiProvider');
  return api;
}
