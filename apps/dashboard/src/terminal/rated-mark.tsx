import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { viewRated } from '@shouwen/contracts/http/rating.operations';
import type { Role } from '@shouwen/domain/catalogue/catalogue';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';

/** Citizens take their time; it is asked this often until they have rated, ms. */
const LOOK_MS = 10_000;
const MAY_ASK: readonly Role[] = ['clerk', 'guide', 'supervisor'];

/** Whether the last visitor has rated. How is not for the window to know (DOMAIN §5), and the server does not tell. */
export function RatedMark({ windowId, finished }: { windowId: string; finished: number }) {
  const { t } = useText();
  const { hallId, role } = useMe();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['rated', hallId, windowId, finished],
    queryFn: () => api.call(viewRated, { params: { hallId, windowId } }),
    enabled: finished > 0 && MAY_ASK.includes(role),
    refetchInterval: ({ state }) => (state.data?.rated ? false : LOOK_MS),
  });
  if (!data?.number) return null;
  return <Pill shape>{t(data.rated ? 'terminal.rated' : 'terminal.notRated', { number: data.number })}</Pill>;
}
