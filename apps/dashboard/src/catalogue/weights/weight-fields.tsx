import settings from '../settings.module.css';
import { isWeight, type WeightField, type WeightsDraft } from './weights-draft.ts';
import css from './weights-page.module.css';

interface Props {
  fields: readonly WeightField[];
  draft: WeightsDraft;
  may: boolean;
  labelOf: (field: WeightField) => string;
  onChange: (draft: WeightsDraft) => void;
}

/** A row of small numbers, each with its name above it. */
export function WeightFields({ fields, draft, may, labelOf, onChange }: Props) {
  return (
    <div className={css.fields}>
      {fields.map((field) => (
        <label key={field}>
          {labelOf(field)}
          <input
            className={`${settings.input} ${settings.short}`}
            type="number"
            inputMode="decimal"
            min={0}
            max={100}
            step="any"
            disabled={!may}
            aria-invalid={!isWeight(field, draft[field])}
            value={draft[field]}
            onChange={({ target }) => onChange({ ...draft, [field]: target.value })}
          />
        </label>
      ))}
    </div>
  );
}
