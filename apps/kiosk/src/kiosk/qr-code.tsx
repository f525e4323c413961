import { useEffect, useState } from 'react';
import { toString } from 'qrcode';
import css from './kiosk.module.css';

/** The code that opens the phone page; an SVG, so that it prints sharp. */
export function QrCode({ text }: { text: string }) {
  const [image, setImage] = useState('');
  useEffect(() => {
    void toString(text, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }).then((svg) =>
      setImage(`data:image/svg+xml,${encodeURIComponent(svg)}`),
    );
  }, [text]);
  return image === '' ? <span className={css.qr} /> : <img className={css.qr} src={image} alt={text} />;
}
