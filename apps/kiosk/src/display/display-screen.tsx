import { useDevice } from '../shared/use-device.ts';
import { Opening } from '@shouwen/ui/opening';
import { Pairing } from '../shared/pairing.tsx';
import { DisplayBoard } from './display-board.tsx';

/** A hall display: what it shows is public, so an address with `?hall=` needs no pairing; otherwise it is a paired device. */
export default function DisplayScreen() {
  const query = new URLSearchParams(location.search);
  const hallId = query.get('hall');
  return hallId ? <DisplayBoard hallId={hallId} zoneId={query.get('zone')} /> : <Paired zoneId={query.get('zone')} />;
}

function Paired({ zoneId }: { zoneId: string | null }) {
  const { device, loading, pair } = useDevice('display');
  if (device) return <DisplayBoard hallId={device.hallId} zoneId={zoneId ?? device.zoneId} />;
  return loading || device === undefined ? <Opening /> : <Pairing onPair={pair} />;
}
