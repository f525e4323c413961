import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Popconfirm, Select, Table } from 'antd';
import { useState } from 'react';
import { ApiError } from '@shouwen/client/http';
import { say, windowName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { useCommand } from '@shouwen/client/react/command';
import { useCatalogue } from '@shouwen/client/react/hall';
import { listDevices, makePairingCode, revokeDevice } from '@shouwen/contracts/http/access.operations';
import { DEVICE_KINDS, type DeviceKind } from '@shouwen/contracts/http/operation';
import type { ReplyOf } from '@shouwen/contracts/http/operation';
import { Banner } from '@shouwen/ui/banner';
import { Card } from '@shouwen/ui/card';
import { EmptyState } from '@shouwen/ui/empty-state';
import { formatDateTime, formatTime } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { AntdFrame } from '../shared/antd-frame.tsx';
import { Shell } from '../shell/shell.tsx';
import css from './devices.module.css';

interface Wish {
  kind: DeviceKind;
  name: string;
  zoneId?: string;
  windowId?: string;
}
type Device = ReplyOf<typeof listDevices>[number];

/** The hall's own machines: give one a code to pair with, and take it back. */
export default function DevicesScreen() {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const queries = useQueryClient();
  const { data: catalogue } = useCatalogue(me.hallId);
  const make = useCommand(makePairingCode);
  const revoke = useCommand(revokeDevice);
  const [made, setMade] = useState<ReplyOf<typeof makePairingCode> | null>(null);
  const [form] = Form.useForm<Wish>();
  const kind = Form.useWatch('kind', form) ?? 'kiosk';
  const devices = useQuery({
    queryKey: ['devices', me.hallId],
    queryFn: () => api.call(listDevices, { params: { hallId: me.hallId } }),
    // A device pairs itself elsewhere while this page stands open.
    refetchInterval: 5_000,
  });
  if (!catalogue) {
    return (
      <Shell>
        <Opening />
      </Shell>
    );
  }
  const { timeZone } = catalogue.hall;
  const submit = async (wish: Wish) =>
    setMade(
      await make.run({
        params: { hallId: me.hallId },
        body: {
          kind: wish.kind,
          name: wish.name,
          zoneId: wish.kind === 'display' ? (wish.zoneId ?? null) : null,
          windowId: wish.kind === 'pad' ? (wish.windowId ?? null) : null,
        },
      }),
    );
  const takeBack = async (deviceId: string) => {
    await revoke.run({ params: { hallId: me.hallId, deviceId } });
    await queries.invalidateQueries({ queryKey: ['devices', me.hallId] });
  };
  const error = make.error ?? revoke.error ?? devices.error;
  return (
    <AntdFrame>
      <Shell>
        <main className={css.page}>
          <h1>{t('devices.title')}</h1>
          <p className={css.hint}>{t('devices.hint')}</p>
          {error && <Banner kind="error" title={error instanceof ApiError ? error.message : t('signIn.offline')} />}
          <Card as="section">
            <Form
              form={form}
              layout="vertical"
              initialValues={{ kind: 'kiosk', name: '' }}
              onFinish={(wish: Wish) => void submit(wish)}
              className={css.form ?? ''}
            >
              <Form.Item name="kind" label={t('devices.kind')}>
                <Select options={DEVICE_KINDS.map((one) => ({ value: one, label: t(`devices.kinds.${one}`) }))} />
              </Form.Item>
              <Form.Item name="name" label={t('devices.name')} rules={[{ required: true, whitespace: true, max: 60 }]}>
                <Input placeholder={t('devices.nameHint')} />
              </Form.Item>
              {kind === 'display' && (
                <Form.Item name="zoneId" label={t('devices.zone')}>
                  <Select
                    allowClear
                    placeholder={t('devices.allZones')}
                    options={catalogue.zones.map(({ id, name }) => ({ value: id, label: say(name, lng) }))}
                  />
                </Form.Item>
              )}
              {kind === 'pad' && (
                <Form.Item name="windowId" label={t('devices.window')} rules={[{ required: true }]}>
                  <Select
                    options={catalogue.windows.map(({ id }) => ({ value: id, label: windowName(catalogue, id, lng) }))}
                  />
                </Form.Item>
              )}
              <Button type="primary" htmlType="submit" loading={make.pending}>
                {t('devices.make')}
              </Button>
            </Form>
            {made && (
              <p className={css.made} role="status">
                <span>{t('devices.code')}</span>
                <strong>{made.code.replace(/(\d{4})(\d{4})/, '$1 $2')}</strong>
                <span>{t('devices.codeHint', { time: formatTime(made.expiresAt, timeZone, lng) })}</span>
              </p>
            )}
          </Card>
          <Table<Device>
            rowKey="deviceId"
            dataSource={devices.data ?? []}
            loading={devices.isLoading}
            pagination={false}
            scroll={{ x: 'max-content' }}
            locale={{
              emptyText: <EmptyState title={t('devices.empty')}>{t('devices.emptyHint')}</EmptyState>,
            }}
            columns={[
              { title: t('devices.name'), dataIndex: 'name' },
              {
                title: t('devices.kind'),
                dataIndex: 'kind',
                render: (one: DeviceKind) => t(`devices.kinds.${one}`),
              },
              {
                title: t('devices.pairedAt'),
                dataIndex: 'pairedAt',
                render: (at: number) => formatDateTime(at, timeZone, lng),
              },
              {
                title: t('devices.state'),
                dataIndex: 'revokedAt',
                render: (at: number | null) => t(at === null ? 'devices.active' : 'devices.revoked'),
              },
              {
                key: 'revoke',
                title: '',
                render: (_value, device) =>
                  device.revokedAt === null && (
                    <Popconfirm title={t('devices.revokeAsk')} onConfirm={() => takeBack(device.deviceId)}>
                      <Button danger>{t('devices.revoke')}</Button>
                    </Popconfirm>
                  ),
              },
            ]}
          />
        </main>
      </Shell>
    </AntdFrame>
  );
}
