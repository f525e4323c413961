import { AutoComplete, Input, Select } from 'antd';
import { useState } from 'react';
import { windowName } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { useText } from '../i18n/text.ts';
import { zhCN } from '../i18n/zh-CN.supervision.ts';
import { subjectOf, type LogFilter } from './log-filter.ts';

const KINDS = Object.keys(zhCN.kindNames) as (keyof typeof zhCN.kindNames)[];

interface Props {
  filter: LogFilter;
  /** The hall's service day: a ticket number is one of this day unless another is chosen. */
  today: string;
  catalogue: PublicCatalogue;
  onChoose: (name: keyof LogFilter, value: string | undefined) => void;
}

/** By kind, by day, and by what it happened to: a ticket, a window. */
export function LogFilters({ filter, today, catalogue, onChoose }: Props) {
  const { t, lng } = useText();
  const [typed, setTyped] = useState(filter.subject ?? '');
  const seek = (text: string) => {
    const subject = subjectOf(text, filter.day ?? today, catalogue.windows);
    setTyped(subject ?? '');
    onChoose('subject', subject);
  };
  return (
    <>
      <Select
        aria-label={t('supervision.kind')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('supervision.allKinds')}
        value={filter.kind ?? null}
        options={KINDS.map((kind) => ({ value: kind, label: t(`supervision.kindNames.${kind}`) }))}
        onChange={(kind?: string | null) => onChoose('kind', kind ?? undefined)}
      />
      <Input
        type="date"
        aria-label={t('supervision.day')}
        value={filter.day ?? ''}
        max={today}
        onChange={({ target }) => onChoose('day', target.value || undefined)}
      />
      <AutoComplete
        value={typed}
        options={catalogue.windows
          .map(({ id }) => ({ value: `window:${id}`, label: windowName(catalogue, id, lng) }))
          .filter(({ value, label }) => typed === '' || value.includes(typed) || label.includes(typed))}
        onChange={(text: string) => {
          setTyped(text);
          if (text === '') onChoose('subject', undefined);
        }}
        onSelect={seek}
      >
        <Input.Search
          aria-label={t('supervision.subject')}
          placeholder={t('supervision.subjectHint')}
          maxLength={80}
          onSearch={seek}
        />
      </AutoComplete>
    </>
  );
}
