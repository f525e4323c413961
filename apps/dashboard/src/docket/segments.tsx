import css from './register.module.css';

interface Props<V extends string> {
  name: string;
  legend: string;
  value: V;
  options: readonly { value: V; text: string; hint?: string }[];
  onChoose: (value: V) => void;
}

/** One of a few: radio buttons drawn as a row, so that one press — or an arrow key — chooses. */
export function Segments<V extends string>({ name, legend, value, options, onChoose }: Props<V>) {
  return (
    <fieldset className={css.segments}>
      <legend>{legend}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value} data-chosen={option.value === value || undefined}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.text}</span>
            {option.hint && <small>{option.hint}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
