import { useQuery, useQueryClient } from '@tanstack/react-query';
import { pairDevice, pairExample, whichDevice, type DeviceConfig } from '@shouwen/contracts/http/access.operations';
import { listHalls } from '@shouwen/contracts/http/hall.operations';
import type { DeviceKind } from '@shouwen/contracts/http/operation';
import { ApiError } from '@shouwen/client/http';
import { useApi } from '@shouwen/client/react/api';

/**
 * The device's place in a hall: found by its cookie; with an example hall it pairs itself. `null`: an administrator must pair it. A pad
 * stands at a window: in an example hall somebody chooses which.
 */
export function useDevice(kind: DeviceKind) {
  const api = useApi();
  const queries = useQueryClient();
  const query = useQuery<DeviceConfig | null>({
    queryKey: ['device', kind],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      try {
        return await api.call(whichDevice, { params: { kind } });
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 401) throw error;
      }
      const example = (await api.call(listHalls)).find((hall) => hall.example);
      if (!example || kind === 'pad') return null;
      return api.call(pairExample, { params: { hallId: example.id }, body: { kind, zoneId: null } }).catch(() => null);
    },
  });
  const pair = async (code: string) => {
    const device = await api.call(pairDevice, { body: { code } });
    queries.setQueryData(['device', kind], device);
  };
  const pairAtWindow = async (hallId: string, windowId: string) => {
    const device = await api.call(pairExample, { params: { hallId }, body: { kind, zoneId: null, windowId } });
    queries.setQueryData(['device', kind], device);
  };
  const forget = () => queries.setQueryData(['device', kind], null);
  return { device: query.data, loading: query.isLoading, error: query.error, pair, pairAtWindow, forget };
}
