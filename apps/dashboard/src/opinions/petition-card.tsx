import { personName, say, windowName } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import type { DisclosureView, OpinionView } from '@shouwen/contracts/views/petition.schema';
import { Banner } from '@shouwen/ui/banner';
import { Card } from '@shouwen/ui/card';
import { formatNames, formatDateTime, formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './voices.module.css';

interface Props {
  file: DocketFile;
  catalogue: PublicCatalogue;
}

type Fact = readonly [name: string, text: string];

/** The opinion or the request for disclosure behind a file: what was said, whom it is about, who keeps out of it. */
export function PetitionCard({ file, catalogue }: Props) {
  const { t } = useText();
  const { opinion, disclosure, story } = file;
  const opinionFacts = useOpinionFacts(catalogue);
  const disclosureFacts = useDisclosureFacts();
  const shared = useSharedFacts();
  const petition = opinion ?? disclosure;
  if (!petition) return null;
  const said = story.find(({ kind }) => kind === 'opinion-registered' || kind === 'disclosure-registered')?.words;
  const facts = [
    ...(opinion ? opinionFacts(opinion) : []),
    ...(disclosure ? disclosureFacts(disclosure) : []),
    ...shared(petition),
  ];
  return (
    <Card labelledBy="petition">
      <h2 id="petition">{opinion ? t(`voices.kinds.${opinion.opinion}`) : t('voices.forms.disclosure')}</h2>
      {opinion?.unavoidable && <Banner kind="closed" title={t('voices.unavoidable')} />}
      <p className={css.said}>{said ?? t('voices.erased')}</p>
      <dl className={css.facts}>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function useOpinionFacts(catalogue: PublicCatalogue): (opinion: OpinionView) => Fact[] {
  const { t, lng } = useText();
  return ({ source, subject, concerned, sendBackUntil, outcome, state }) => {
    const department = catalogue.departments.find(({ id }) => id === subject.departmentId);
    const about = [
      subject.everybody ? t('voices.everybody') : '',
      subject.staff ? personName(subject.staff, lng) : '',
      windowName(catalogue, subject.windowId, lng),
      department ? say(department.name, lng) : '',
    ].filter((one) => one !== '');
    const keepOut = formatNames(
      concerned.map((person) => personName(person, lng)),
      lng,
    );
    const open = state === 'to-take-up' || state === 'to-answer';
    return [
      [t('voices.source'), t(`voices.sources.${source}`)],
      [t('voices.aboutWhom'), about.join(' · ') || t('voices.nobody')],
      ...(concerned.length > 0 ? [[t('voices.keepOut'), keepOut] as const] : []),
      ...(open
        ? [[t('voices.sendBackUntil'), formatDateTime(sendBackUntil, catalogue.hall.timeZone, lng)] as const]
        : []),
      ...(outcome ? [[t('voices.outcome'), t(`voices.opinionOutcomes.${outcome}`)] as const] : []),
    ];
  };
}

function useDisclosureFacts(): (disclosure: DisclosureView) => Fact[] {
  const { t, lng } = useText();
  return ({ applicant, openedDay, correction, outcome }) => [
    [t('voices.applicant'), t(`voices.applicants.${applicant}`)],
    [t('voices.receivedOn'), formatDay(openedDay, lng)],
    ...(correction
      ? [
          [
            t('voices.correction'),
            correction.broughtDay
              ? t('voices.correctionBrought', { day: formatDay(correction.broughtDay, lng) })
              : t('voices.correctionAsked', { day: formatDay(correction.askedDay, lng) }),
          ] as const,
        ]
      : []),
    ...(outcome ? [[t('voices.outcome'), t(`voices.outcomes.${outcome}`)] as const] : []),
  ];
}

function useSharedFacts(): (petition: OpinionView | DisclosureView) => Fact[] {
  const { t, lng } = useText();
  return ({ named, dueBy, moreTime, answered }) => [
    [t('voices.contact'), t(named ? 'voices.named' : 'voices.anonymous')],
    ...(dueBy ? [[t('voices.dueBy'), formatDay(dueBy, lng)] as const] : []),
    ...(moreTime
      ? [
          [
            t('voices.moreTime'),
            moreTime.approvedBy
              ? t('voices.moreTimeApproved', { count: moreTime.days, name: personName(moreTime.approvedBy, lng) })
              : t('voices.moreTimeAsked', { count: moreTime.days, name: personName(moreTime.askedBy, lng) }),
          ] as const,
        ]
      : []),
    ...(answered
      ? [
          [
            t('voices.answeredOn'),
            [
              formatDay(answered.day, lng),
              personName(answered.by, lng),
              ...(answered.late ? [t('voices.lateAnswer')] : []),
            ].join(' · '),
          ] as const,
        ]
      : []),
  ];
}
