import type { Chart } from 'chart.js';
import type { RefObject } from 'react';
import { Button } from '@shouwen/ui/button';
import { colour } from '@shouwen/ui/tokens/tokens';
import { useText } from '../i18n/text.ts';

/** Saves a chart as a picture on the colour of a card, so that it can stand in a document. */
export function PictureButton({ chart, name }: { chart: RefObject<Chart<'bar'> | null>; name: string }) {
  const { t } = useText();
  const save = () => {
    if (!chart.current) return;
    const { canvas } = chart.current;
    const paper = document.createElement('canvas');
    paper.width = canvas.width;
    paper.height = canvas.height;
    const brush = paper.getContext('2d')!;
    brush.fillStyle = colour.card;
    brush.fillRect(0, 0, paper.width, paper.height);
    brush.drawImage(canvas, 0, 0);
    const link = document.createElement('a');
    link.href = paper.toDataURL('image/png');
    link.download = `${name}.png`;
    link.click();
  };
  return (
    <Button kind="quiet" onClick={save}>
      {t('performance.picture')}
    </Button>
  );
}
