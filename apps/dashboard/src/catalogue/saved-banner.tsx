import { useState } from 'react';
import { useCommand } from '@shouwen/client/react/command';
import { undoCatalogueChange } from '@shouwen/contracts/http/settings.operations';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { useRefresh, type Saved } from './use-settings.ts';

/** Says that it is saved, and takes it back by one press: a new change that restores what was before. */
export function SavedBanner({ saved }: { saved: Saved | null }) {
  const me = useMe();
  const { t } = useText();
  const refresh = useRefresh();
  const undo = useCommand(undoCatalogueChange);
  const [undone, setUndone] = useState<number | null>(null);
  if (!saved) return null;
  if (undone === saved.seq) return <Banner kind="info" title={t('settings.undone')} />;
  const takeBack = async () => {
    if (!(await undo.run({ params: { hallId: me.hallId }, body: { seq: saved.seq } }))) return;
    setUndone(saved.seq);
    await refresh();
  };
  return (
    <>
      <Failure error={undo.error} />
      <Banner
        kind="info"
        title={t('settings.saved')}
        action={
          <Button busy={undo.pending} onClick={() => void takeBack()}>
            {t('settings.undo')}
          </Button>
        }
      >
        {saved.note}
      </Banner>
    </>
  );
}
