import { VisuallyHidden } from './visually-hidden.tsx';

export interface LiveRegionProps {
  /** What has just happened; an empty string says nothing. Keep the region mounted and change the text. */
  text: string;
  /** `now` interrupts; the rest waits for a pause. */
  urgency?: 'now' | 'pause';
}

/** Says aloud to a screen reader what the eye sees happen. */
export function LiveRegion({ text, urgency = 'pause' }: LiveRegionProps) {
  return (
    <VisuallyHidden>
      <span aria-live={urgency === 'now' ? 'assertive' : 'polite'} aria-atomic="true">
        {text}
      </span>
    </VisuallyHidden>
  );
}
