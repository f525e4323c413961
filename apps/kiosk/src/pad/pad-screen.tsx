import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { listHalls } from '@shouwen/contracts/http/hall.operations';
import { Opening } from '@shouwen/ui/opening';
import { Pairing } from '../shared/pairing.tsx';
import { useDevice } from '../shared/use-device.ts';
import { PadHall } from './pad-hall.tsx';
import { WindowChoice } from './window-choice.tsx';

/** The rating pad (评价器): stands at a window. In a real hall a code pairs it, in an example hall one chooses the window. */
export default function PadScreen() {
  const { device, loading, pair, pairAtWindow, forget } = useDevice('pad');
  const api = useApi();
  const halls = useQuery({ queryKey: ['halls'], queryFn: () => api.call(listHalls), enabled: device === null });
  if (device) return <PadHall hallId={device.hallId} onForget={forget} />;
  if (loading || device === undefined || halls.isLoading) return <Opening />;
  const example = halls.data?.find((hall) => hall.example);
  return example ? (
    <WindowChoice hallId={example.id} onChoose={(windowId) => pairAtWindow(example.id, windowId)} />
  ) : (
    <Pairing onPair={pair} />
  );
}
