import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { ApiError } from '@shouwen/client/http';
import { useApi } from '@shouwen/client/react/api';
import { signIn, signOut, signOutEverywhere, whoAmI, type Me } from '@shouwen/contracts/http/access.operations';

interface Session {
  me: Me | null;
  loading: boolean;
  /** Signed out by the server rather than by oneself: the sign-in page says so. */
  ended: boolean;
  enter(body: { hallId: string; username: string; password: string }): Promise<void>;
  leave(everywhere: boolean): Promise<void>;
  /** The server refused this session. */
  end(): void;
}

const SessionContext = createContext<Session | null>(null);
const KEY = ['me'];

/** Who is signed in on this browser; the session itself is an http-only cookie that no script can read. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const api = useApi();
  const queries = useQueryClient();
  const [ended, setEnded] = useState(false);
  const { data, isLoading } = useQuery<Me | null>({
    queryKey: KEY,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      api.call(whoAmI).catch((error: unknown) => {
        if (error instanceof ApiError && error.status === 401) return null;
        throw error;
      }),
  });
  const end = useCallback(() => {
    setEnded(true);
    queries.clear();
    queries.setQueryData(KEY, null);
  }, [queries]);
  const session = useMemo<Session>(
    () => ({
      me: data ?? null,
      loading: isLoading,
      ended,
      end,
      async enter(body) {
        const me = await api.call(signIn, { body });
        setEnded(false);
        queries.setQueryData(KEY, me);
      },
      async leave(everywhere) {
        await (everywhere ? api.call(signOutEverywhere) : api.call(signOut));
        queries.clear();
        queries.setQueryData(KEY, null);
      },
    }),
    [api, queries, data, isLoading, ended, end],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is used outside SessionProvider');
  return session;
}

/** The one who is signed in, on pages that exist only for them. */
export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('useMe is used on a page without a session');
  return me;
}
