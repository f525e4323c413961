import { BoldText } from '@shouwen/ui/bold-text';
import { Button } from '@shouwen/ui/button';
import { CardButton } from '@shouwen/ui/card';
import { EmptyState } from '@shouwen/ui/empty-state';
import { WaitRangeText } from '@shouwen/ui/wait-range-text';
import { useText } from '../i18n/text.ts';
import { say } from '@shouwen/client/names';
import css from './kiosk.module.css';
import type { PageProps } from './shared-props.ts';

/** The matters of a department. */
export function MattersPage({ departmentId, ...props }: PageProps & { departmentId: string }) {
  const { t, lng } = useText();
  const { catalogue, onHome } = props;
  const department = catalogue.departments.find(({ id }) => id === departmentId);
  const matters = catalogue.matters.filter((matter) => matter.departmentId === departmentId);
  const ids = [...matters].sort((a, b) => Number(b.popular) - Number(a.popular)).map(({ id }) => id);
  return (
    <>
      <p className={css.hint}>{department && say(department.name, lng)}</p>
      <h1 className={css.title}>{t('matter.choose')}</h1>
      <MatterList {...props} matterIds={ids} query="" />
      <div className={css.push} />
      <Button kind="plain" size="kiosk" onClick={onHome} before="←">
        {t('shared.back')}
      </Button>
    </>
  );
}

/** A list of matters to touch. */
export function MatterList({
  catalogue,
  board,
  matterIds,
  query,
  onPage,
}: PageProps & { matterIds: string[]; query: string }) {
  const { t, lng } = useText();
  if (matterIds.length === 0)
    return <EmptyState title={t('home.noMatch', { query })}>{t('home.noMatchHint')}</EmptyState>;
  return (
    <div className={css.matters}>
      {matterIds.flatMap((id) => {
        const matter = catalogue.matters.find((one) => one.id === id);
        if (!matter) return [];
        const queue = board.queues.find((one) => one.id === matter.queueId);
        return (
          <CardButton
            key={id}
            size="kiosk"
            onClick={() => onPage({ name: 'matter', queueId: matter.queueId, matterId: id })}
          >
            <span className={css.matterName}>{say(matter.name, lng)}</span>
            {queue?.issuing === null && (
              <span className={css.matterState}>
                <span>
                  <BoldText text={t('home.waiting', { count: queue.waiting })} />
                </span>
                <WaitRangeText wait={queue.range} />
              </span>
            )}
          </CardButton>
        );
      })}
    </div>
  );
}
