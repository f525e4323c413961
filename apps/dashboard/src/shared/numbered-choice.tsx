import { useEffect } from 'react';
import { Button } from '@shouwen/ui/button';
import css from './numbered-choice.module.css';

interface Choice<T extends string> {
  id: T;
  label: string;
}

/** A list answered by a touch or by its figure; beyond nine, by touch or Tab. */
export function NumberedChoice<T extends string>({
  of,
  onChoose,
}: {
  of: readonly Choice<T>[];
  onChoose: (id: T) => void;
}) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const choice = /^[1-9]$/.test(event.key) ? of[Number(event.key) - 1] : undefined;
      if (choice && !event.repeat) onChoose(choice.id);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [of, onChoose]);
  return (
    <ol className={css.choices}>
      {of.map(({ id, label }, index) => (
        <li key={id}>
          <Button wide {...(index < 9 ? { after: String(index + 1) } : {})} onClick={() => onChoose(id)}>
            {label}
          </Button>
        </li>
      ))}
    </ol>
  );
}
