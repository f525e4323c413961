import { Opening } from '@shouwen/ui/opening';
import { useDevice } from '../shared/use-device.ts';
import { Pairing } from '../shared/pairing.tsx';
import { KioskHall } from './kiosk-hall.tsx';

/** The ticket kiosk: finds its hall, or asks to be paired. */
export default function KioskScreen() {
  const { device, loading, pair } = useDevice('kiosk');
  if (device) return <KioskHall hallId={device.hallId} />;
  return loading || device === undefined ? <Opening /> : <Pairing onPair={pair} />;
}
