import { useQuery } from '@tanstack/react-query';
import { personName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { useCommand } from '@shouwen/client/react/command';
import type { CatalogueKind, PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { listCatalogueChanges, undoCatalogueChange } from '@shouwen/contracts/http/settings.operations';
import { Button } from '@shouwen/ui/button';
import { formatDateTime } from '@shouwen/ui/i18n/format';
import { useStaff } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { isPhoto, itemSentence } from './item-sentence.ts';
import css from './settings.module.css';
import { useRefresh } from './use-settings.ts';

/** More items than this are told as a number. */
const TOLD = 4;

/** What was changed last of these kinds, by whom, and the way back. */
export function SavedList({
  kinds,
  catalogue,
  may,
}: {
  kinds: CatalogueKind[];
  catalogue: PublicCatalogue;
  may: boolean;
}) {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const refresh = useRefresh();
  const { data: staff = [] } = useStaff();
  const undo = useCommand(undoCatalogueChange);
  const asked = kinds.join(',');
  const { data, error } = useQuery({
    queryKey: ['settings', me.hallId, 'saved', asked, catalogue.seq],
    queryFn: () => api.call(listCatalogueChanges, { params: { hallId: me.hallId }, query: { kinds: asked } }),
  });
  const who = (actor: string) =>
    personName(
      staff.find(({ id }) => `staff:${id}` === actor),
      lng,
    ) || actor;
  const takeBack = async (seq: number) => {
    if (await undo.run({ params: { hallId: me.hallId }, body: { seq } })) await refresh();
  };
  // What the hall came with is no change, and nothing to take back.
  const changes = (data?.changes ?? []).filter(({ actor }) => actor !== 'installer');
  return (
    <section className={css.history} aria-labelledby="history">
      <h2 id="history">{t('settings.history')}</h2>
      <Failure error={error ?? undo.error} />
      {data && changes.length === 0 && <p className={css.quiet}>{t('settings.historyEmpty')}</p>}
      <ul role="list">
        {changes.map((change) => (
          <li key={change.seq}>
            <div>
              {change.items.slice(0, TOLD).map((item) => (
                <p key={`${item.kind} ${item.id}`}>{itemSentence(item, { t, lng, catalogue, staff })}</p>
              ))}
              {change.items.length > TOLD && <p>{t('settings.everything', { count: change.items.length })}</p>}
              <p className={css.quiet}>
                {t('settings.savedBy', {
                  time: formatDateTime(change.at, catalogue.hall.timeZone, lng),
                  name: who(change.actor),
                })}
                {!change.undoable && !change.items.some(isPhoto) && ` · ${t('settings.superseded')}`}
              </p>
            </div>
            {may && change.undoable && (
              <Button kind="quiet" busy={undo.pending} onClick={() => void takeBack(change.seq)}>
                {t('settings.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
