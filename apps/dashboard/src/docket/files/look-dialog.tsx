import { LOOK_REASONS, type LookReason } from '@shouwen/domain/docket/events';
import { Dialog } from '@shouwen/ui/dialog';
import { useText } from '../../i18n/text.ts';
import { NumberedChoice } from '../../shared/numbered-choice.tsx';

/** Why somebody looks at what is masked: one figure, and it stands in the story with their name. */
export function LookDialog({ onChoose, onClose }: { onChoose: (reason: LookReason) => void; onClose: () => void }) {
  const { t } = useText();
  return (
    <Dialog open onClose={onClose} title={t('docket.look.ask')}>
      <p>{t('docket.look.hint')}</p>
      <NumberedChoice
        of={LOOK_REASONS.map((reason) => ({ id: reason, label: t(`docket.lookReasons.${reason}`) }))}
        onChoose={onChoose}
      />
    </Dialog>
  );
}
