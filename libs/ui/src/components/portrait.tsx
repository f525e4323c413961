import css from './portrait.module.css';

interface Props {
  name: string;
  /** Address of the photograph; `null`: the initial stands for it. */
  photo: string | null;
  size: 'desk' | 'kiosk';
}

/** Who it is, beside the name: the photograph over the initial, in a place that never changes its size. */
export function Portrait({ name, photo, size }: Props) {
  return (
    <span className={css.portrait} data-size={size} aria-hidden="true">
      {[...name][0]}
      {photo !== null && <img src={photo} alt="" />}
    </span>
  );
}
