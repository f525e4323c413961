import { useDevice } from '../shared/use-device.ts';
import { Opening } from '@shouwen/ui/opening';
import { Pairing } from '../shared/pairing.tsx';
import { RatingsWall } from '../ratings/ratings-wall.tsx';
import { DisplayBoard } from './display-board.tsx';

/** A hall display: what it shows is public, so an address with `?hall=` needs no pairing; otherwise it is a paired device. */
export default function DisplayScreen() {
  const query = new URLSearchParams(location.search);
  const hallId = query.get('hall');
  return hallId ? <Layout hallId={hallId} zoneId={query.get('zone')} /> : <Paired zoneId={query.get('zone')} />;
}

/** What the wall is for: calls, or with `?layout=ratings` the month's ratings. */
function Layout({ hallId, zoneId }: { hallId: string; zoneId: string | null }) {
  const ratings = new URLSearchParams(location.search).get('layout') === 'ratings';
  return ratings ? <RatingsWall hallId={hallId} /> : <DisplayBoard hallId={hallId} zoneId={zoneId} />;
}

function Paired({ zoneId }: { zoneId: string | null }) {
  const { device, loading, pair } = useDevice('display');
  if (device) return <Layout hallId={device.hallId} zoneId={zoneId ?? device.zoneId} />;
  return loading || device === undefined ? <Opening /> : <Pairing onPair={pair} />;
}
