import { useState } from 'react';
import { personName, say } from '@shouwen/client/names';
import type { Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import { Button } from '@shouwen/ui/button';
import { EmptyState } from '@shouwen/ui/empty-state';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../../i18n/text.ts';
import { Failure } from '../../shared/failure.tsx';
import { StaffPortrait } from '../../shared/staff-portrait.tsx';
import { SavedBanner } from '../saved-banner.tsx';
import { SavedList } from '../saved-list.tsx';
import settings from '../settings.module.css';
import { useRefresh, useSaved, type SettingsPage } from '../use-settings.ts';
import css from './photo.module.css';
import { PhotoDialog } from './photo-dialog.tsx';
import { RosterDialog, type Asking } from './roster-dialog.tsx';
import { useRoster, type RosterLine } from './use-roster.ts';

const SHOWS = ['filterAll', 'onlyAway'] as const;

/** Who is away, who stands in, and what each answers for (AB 岗与请假). */
export function RosterPage({ catalogue, today, may }: SettingsPage) {
  const { t, lng } = useText();
  const { staff, roster, lines, error } = useRoster(catalogue);
  const [show, setShow] = useState<(typeof SHOWS)[number]>('filterAll');
  const [asking, setAsking] = useState<Asking | null>(null);
  const [face, setFace] = useState<Staff | null>(null);
  const { saved, done } = useSaved();
  const refresh = useRefresh();
  const shown = (lines ?? []).filter(({ leaves }) => show === 'filterAll' || leaves.length > 0);
  const groups = [...catalogue.departments.map(({ id }) => id), null]
    .map((id) => ({ id, lines: shown.filter(({ person }) => person.departmentId === id) }))
    .filter((group) => group.lines.length > 0);
  const department = (id: string | null) => {
    const found = catalogue.departments.find((one) => one.id === id);
    return found ? say(found.name, lng) : t('settings.roster.noDepartment');
  };
  return (
    <>
      <p className={settings.quiet}>
        {t('settings.roster.hint')} {t('settings.roster.order')}
      </p>
      <SavedBanner saved={saved} />
      <Failure error={error} />
      <div className={settings.two}>
        <div className={settings.stack}>
          <div className={settings.row}>
            {SHOWS.map((one) => (
              <Button key={one} pressed={one === show} onClick={() => setShow(one)}>
                {t(`settings.roster.${one}`)}
              </Button>
            ))}
          </div>
          {!lines && !error && <Opening />}
          {lines && groups.length === 0 && <EmptyState title={t('settings.roster.emptyAway')} />}
          {groups.length > 0 && (
            <div className={settings.scroll} tabIndex={0} role="group" aria-label={t('settings.tabs.roster')}>
              <table className={settings.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('settings.roster.person')}</th>
                    <th scope="col" className={settings.number}>
                      {t('settings.roster.open')}
                    </th>
                    <th scope="col">{t('settings.roster.today')}</th>
                    <th scope="col">{t('settings.roster.standIn')}</th>
                    <th scope="col">{t('settings.roster.away')}</th>
                  </tr>
                </thead>
                {groups.map((group) => (
                  <tbody key={group.id ?? ''}>
                    <tr className={settings.group}>
                      <th colSpan={5} scope="colgroup">
                        {department(group.id)}
                      </th>
                    </tr>
                    {group.lines.map((line) => (
                      <Line
                        key={line.person.id}
                        line={line}
                        lines={lines!}
                        today={today}
                        may={may}
                        onAsk={setAsking}
                        onFace={setFace}
                      />
                    ))}
                  </tbody>
                ))}
              </table>
            </div>
          )}
        </div>
        <div className={settings.side}>
          <SavedList kinds={['leave', 'staff']} catalogue={catalogue} may={may} />
        </div>
      </div>
      {face && (
        <PhotoDialog
          person={face}
          onClose={() => setFace(null)}
          onSaved={async () => {
            setFace(null);
            await refresh();
          }}
        />
      )}
      {asking && roster && (
        <RosterDialog
          asking={asking}
          staff={staff}
          today={today}
          basedOn={roster.catalogueSeq}
          onClose={() => setAsking(null)}
          onSaved={async (seq) => {
            setAsking(null);
            await done({ seq });
          }}
        />
      )}
    </>
  );
}

interface LineProps {
  line: RosterLine;
  lines: readonly RosterLine[];
  today: string;
  may: boolean;
  onAsk: (asking: Asking) => void;
  onFace: (person: Staff) => void;
}

function Line({ line, lines, today, may, onAsk, onFace }: LineProps) {
  const { t, lng } = useText();
  const { person, head, actsId, leaves, open } = line;
  const named = (id: string | null) => personName(lines.find((one) => one.person.id === id)?.person, lng);
  const name = personName(person, lng);
  return (
    <tr>
      <th scope="row">
        <span className={css.person}>
          <StaffPortrait person={person} />
          <span>
            {name} {head && <Pill>{t('settings.roster.head')}</Pill>}
            <br />
            <span className={settings.quiet}>{say(person.post, lng)}</span>
            {may && <br />}
            {may && (
              <Button
                kind="quiet"
                label={t('settings.roster.of', { what: t('settings.roster.photo.change'), name })}
                onClick={() => onFace(person)}
              >
                {t('settings.roster.photo.change')}
              </Button>
            )}
          </span>
        </span>
      </th>
      <td className={settings.number}>{open}</td>
      <td>
        {actsId === person.id ? (
          <span className={settings.quiet}>{t('settings.roster.self')}</span>
        ) : (
          <Pill tone="soon" shape>
            {actsId === null ? t('settings.roster.nobody') : t('settings.roster.actsNow', { name: named(actsId) })}
          </Pill>
        )}
      </td>
      <td>
        <span className={settings.row}>
          {named(person.standInId) || <span className={settings.quiet}>{t('settings.roster.noStandIn')}</span>}
          {may && (
            <Button
              kind="quiet"
              label={t('settings.roster.of', { what: t('settings.roster.change'), name })}
              onClick={() => onAsk({ what: 'stand-in', person })}
            >
              {t('settings.roster.change')}
            </Button>
          )}
        </span>
      </td>
      <td>
        {leaves.map((leave) => (
          <span key={leave.id} className={settings.row}>
            {t('settings.roster.span', {
              from: formatDay(leave.from, lng, { weekday: false }),
              until: formatDay(leave.until, lng, { weekday: false }),
            })}
            {may && (
              <Button kind="quiet" onClick={() => onAsk({ what: 'end', person, leave })}>
                {t(leave.from <= today ? 'settings.roster.end' : 'settings.roster.take')}
              </Button>
            )}
          </span>
        ))}
        {may && (
          <Button
            label={t('settings.roster.of', { what: t('settings.roster.enter'), name })}
            onClick={() => onAsk({ what: 'leave', person })}
          >
            {t('settings.roster.enter')}
          </Button>
        )}
      </td>
    </tr>
  );
}
