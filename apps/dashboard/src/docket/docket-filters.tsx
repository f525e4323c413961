import { say, personName } from '@shouwen/client/names';
import type { PublicCatalogue, Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { DocketFilter } from '@shouwen/contracts/http/docket.operations';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import css from './board.module.css';
import type { Narrowing } from './use-narrowing.ts';

/** What a supervisor looks at first, as large figures; the rest stands below. */
const FIRST = ['trouble', 'due-today', 'yellow', 'red', 'offered', 'awaits-appointment'] as const;
const REST = [
  'legal-red',
  'unseen',
  'extension',
  'received',
  'supplement',
  'suspended',
  'to-deliver',
  'third-visit',
  'all',
] as const satisfies readonly DocketFilter[];
const ALARMING: Partial<Record<DocketFilter, 'amber' | 'cinnabar'>> = { yellow: 'amber', red: 'cinnabar' };

interface Props {
  counts: Readonly<Record<DocketFilter, number>> | undefined;
  narrowing: Narrowing;
  onNarrow: (change: Partial<Narrowing>) => void;
}

/** Each figure is a filter: a press shows what it counts. */
export function DocketFilters({ counts, narrowing, onNarrow }: Props) {
  const { t } = useText();
  const figure = (filter: DocketFilter) => counts?.[filter] ?? '—';
  return (
    <>
      <div className={css.figures} role="group" aria-label={t('board.filtersTitle')}>
        {FIRST.map((filter) => (
          <button
            key={filter}
            type="button"
            className={css.figure}
            data-tone={counts && counts[filter] > 0 ? ALARMING[filter] : undefined}
            aria-pressed={narrowing.filter === filter}
            onClick={() => onNarrow({ filter })}
          >
            {t(`board.filters.${filter}`)}
            <strong>{figure(filter)}</strong>
          </button>
        ))}
      </div>
      <div className={css.chips} role="group" aria-label={t('board.moreFilters')}>
        {REST.map((filter) => (
          <Button key={filter} pressed={narrowing.filter === filter} onClick={() => onNarrow({ filter })}>
            {t(`board.filters.${filter}`)} {figure(filter)}
          </Button>
        ))}
      </div>
    </>
  );
}

/** Whose and what: department, person, matter. */
export function DocketNarrowing({
  narrowing,
  onNarrow,
  catalogue,
  staff,
}: Pick<Props, 'narrowing' | 'onNarrow'> & { catalogue: PublicCatalogue | undefined; staff: readonly Staff[] }) {
  const { t, lng } = useText();
  const { scope, departmentId, staffId, matterId } = narrowing;
  const department = scope === 'department' ? undefined : departmentId;
  const choice = (
    name: 'departmentId' | 'staffId' | 'matterId',
    value: string | undefined,
    options: readonly { id: string; text: string }[],
  ) => (
    <label className={css.choice}>
      <span>{t(`board.narrow.${name}`)}</span>
      <select value={value ?? ''} onChange={(event) => onNarrow({ [name]: event.target.value || undefined })}>
        <option value="">{t('board.narrow.any')}</option>
        {options.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const inDepartment = (id: string | null) => department === undefined || id === department;
  return (
    <div className={css.narrowing}>
      {scope === 'hall' &&
        choice(
          'departmentId',
          departmentId,
          (catalogue?.departments ?? []).map(({ id, short }) => ({ id, text: say(short, lng) })),
        )}
      {choice(
        'staffId',
        staffId,
        staff
          .filter((one) => inDepartment(one.departmentId))
          .map((one) => ({ id: one.id, text: personName(one, lng) })),
      )}
      {choice(
        'matterId',
        matterId,
        (catalogue?.matters ?? [])
          .filter((one) => inDepartment(one.departmentId))
          .map(({ id, name }) => ({ id, text: say(name, lng) })),
      )}
      {(departmentId ?? staffId ?? matterId) && (
        <Button
          kind="quiet"
          onClick={() => onNarrow({ departmentId: undefined, staffId: undefined, matterId: undefined })}
        >
          {t('board.narrow.clear')}
        </Button>
      )}
    </div>
  );
}
