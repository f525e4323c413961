import { ApiError } from '@shouwen/client/http';
import { Banner } from '@shouwen/ui/banner';
import { useText } from '../i18n/text.ts';

/** Why the server gave nothing, in its own words and with the number to quote; nothing while all is well. */
export function Failure({ error }: { error: Error | null }) {
  const { t } = useText();
  if (!error) return null;
  return error instanceof ApiError ? (
    <Banner kind="error" title={error.message} quote={error.problem.instance} />
  ) : (
    <Banner kind="error" title={t('signIn.offline')} />
  );
}
