import { ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { antdTheme } from '@shouwen/ui/tokens/antd-theme';
import { useText } from '../i18n/text.ts';

/** antd in our own form and language; only around the pages that use it. */
export function AntdFrame({ children }: { children: ReactNode }) {
  const { lng } = useText();
  return (
    <ConfigProvider theme={antdTheme} locale={lng === 'en' ? enGB : zhCN}>
      {children}
    </ConfigProvider>
  );
}
