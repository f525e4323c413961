import { useCommand } from '@shouwen/client/react/command';
import { viewProgress } from '@shouwen/contracts/http/progress.operations';
import type { Progress } from '@shouwen/contracts/views/progress.schema';
import { kindOfNumber, tidyNumber } from '@shouwen/domain/case/number';
import { useState } from 'react';

/** Asking by number and code. A number with a wrong check digit is told before anything is sent. */
export function useProgress(hallId: string) {
  const ask = useCommand(viewProgress);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [mistyped, setMistyped] = useState(false);
  const look = async (typed: string, code: string) => {
    const number = tidyNumber(typed);
    setMistyped(kindOfNumber(number) === null);
    if (kindOfNumber(number) === null) return;
    setProgress(await ask.run({ params: { hallId }, body: { number, code } }));
  };
  const clear = () => {
    setProgress(null);
    setMistyped(false);
    ask.reset();
  };
  return { progress, mistyped, pending: ask.pending, error: ask.error, look, clear };
}
