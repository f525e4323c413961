import { say } from '@shouwen/client/names';
import { useCatalogue } from '@shouwen/client/react/hall';
import { Card } from '@shouwen/ui/card';
import { EmptyState } from '@shouwen/ui/empty-state';
import { LanguageSwitch } from '@shouwen/ui/language-switch';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { Guide } from '../phone/guide.tsx';
import { MatterRecord } from './matter-record.tsx';
import css from './progress.module.css';

/** A matter's public page, `/matter/<hall>/<matter>`: its guide, its promise, and how long it really takes. */
export default function PublicMatterPage({ hallId, matterId }: { hallId: string; matterId: string }) {
  const { t, lng } = useText();
  const { data: catalogue, isError } = useCatalogue(hallId);
  const matter = catalogue?.matters.find(({ id }) => id === matterId);
  if (!catalogue && !isError) return <Opening />;
  if (!matter) {
    return (
      <main>
        <EmptyState title={t('phone.notFound')} />
      </main>
    );
  }
  return (
    <main className={css.page}>
      <p>
        <strong>{catalogue && say(catalogue.hall.name, lng)}</strong> <LanguageSwitch />
      </p>
      <h1>{say(matter.name, lng)}</h1>
      <Card as="section">
        <p>
          {matter.promisedDays === null
            ? t('matter.immediate')
            : t('phone.promised', { promised: matter.promisedDays, legal: matter.legalDays ?? 0 })}
        </p>
        <MatterRecord hallId={hallId} matterId={matterId} />
      </Card>
      <Card as="section">
        <Guide matter={matter} />
      </Card>
    </main>
  );
}
