import { useState } from 'react';
import { say } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import { useCatalogue } from '@shouwen/client/react/hall';
import { registerContact } from '@shouwen/contracts/http/docket.operations';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './voices.module.css';

const CHANNELS = ['desk', 'telephone'] as const;

/** An enquiry answered on the spot, in two touches: how they came, what it was about. */
export function TwoTouches({ onDone }: { onDone: () => void }) {
  const me = useMe();
  const { t, lng } = useText();
  const { data: catalogue } = useCatalogue(me.hallId);
  const register = useCommand(registerContact);
  const [channel, setChannel] = useState<(typeof CHANNELS)[number] | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const topics = (catalogue?.matters ?? []).filter(({ popular }) => popular);
  const save = async (matterId: string | null, name: string) => {
    const file = await register.run({
      params: { hallId: me.hallId },
      body: { channel: channel!, about: 'question', matterId, answered: true },
    });
    if (!file) return;
    setLast(t('voices.counted', { number: file.number, topic: name }));
    setChannel(null);
    onDone();
  };
  return (
    <Card labelledBy="two-touches">
      <h2 id="two-touches">{t('voices.twoTouches')}</h2>
      <p className={css.quiet}>{t('voices.twoTouchesHint')}</p>
      <div className={css.row} role="group" aria-label={t('voices.channel')}>
        {CHANNELS.map((one) => (
          <Button key={one} pressed={one === channel} onClick={() => setChannel(one)}>
            {t(`voices.touch.${one}`)}
          </Button>
        ))}
      </div>
      {channel && (
        <div className={css.topics} role="group" aria-label={t('voices.topic')}>
          {topics.map(({ id, name }) => (
            <Button key={id} busy={register.pending} onClick={() => void save(id, say(name, lng))}>
              {say(name, lng)}
            </Button>
          ))}
          <Button busy={register.pending} onClick={() => void save(null, t('voices.otherTopic'))}>
            {t('voices.otherTopic')}
          </Button>
        </div>
      )}
      <p role="status">{last}</p>
      <Failure error={register.error} />
    </Card>
  );
}
