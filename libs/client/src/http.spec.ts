import { viewBoard } from '@shouwen/contracts/http/hall.operations';
import { callNext, issueTicket } from '@shouwen/contracts/http/queue.operations';
import { problemOf } from '@shouwen/contracts/errors';
import { ApiError, createApi, NetworkError } from './http.ts';

interface Sent {
  url: string;
  init: RequestInit;
}

/** A line that answers as told, one answer a request; `null` is a lost reply. */
function line(answers: (Response | null)[]) {
  const sent: Sent[] = [];
  const api = createApi({
    baseUrl: 'http://hall',
    retryMs: [0, 0],
    fetch: (url, init) => {
      sent.push({ url: String(url), init: init! });
      const answer = answers.shift();
      return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('fetch failed'));
    },
  });
  const keys = () => sent.map(({ init }) => (init.headers as Record<string, string>)['idempotency-key']);
  return { api, sent, keys };
}
const ok = (body: unknown) => new Response(JSON.stringify(body));
const no = (code: Parameters<typeof problemOf>[0]) => {
  const problem = problemOf(code, 'zh', 'abc-1');
  return new Response(JSON.stringify(problem), { status: problem.status });
};
const wish = { params: { hallId: 'h' }, body: { queueId: 'a', matterId: null, headStart: null } };

describe('the typed way to the server', () => {
  it('repeats a command whose reply was lost under the same key: one effect (PEERS 1)', async () => {
    const { api, keys } = line([null, ok({ number: 'A001' })]);
    expect(await api.call(issueTicket, wish)).toMatchObject({ number: 'A001' });
    expect(keys()).toHaveLength(2);
    expect(new Set(keys()).size).toBe(1);
  });

  it('takes a new key for the next press', async () => {
    const { api, keys } = line([ok({}), ok({})]);
    await api.call(issueTicket, wish);
    await api.call(issueTicket, wish);
    expect(new Set(keys()).size).toBe(2);
  });

  it('repeats while the system recovers, not after a refusal', async () => {
    const recovering = line([no('unavailable'), ok({ number: 'A002' })]);
    expect(await recovering.api.call(issueTicket, wish)).toMatchObject({ number: 'A002' });
    const refused = line([no('queue-full')]);
    await expect(refused.api.call(issueTicket, wish)).rejects.toMatchObject({ code: 'queue-full', status: 409 });
    expect(refused.sent).toHaveLength(1);
  });

  it('gives up in the end, and says that the line is the trouble', async () => {
    const { api, sent } = line([null, null, null]);
    await expect(api.call(callNext, { params: { hallId: 'h', windowId: 'w1' }, body: {} })).rejects.toBeInstanceOf(
      NetworkError,
    );
    expect(sent).toHaveLength(3);
  });

  it('takes an answer that is no problem body (a proxy’s page) for a lost line, not for a refusal', async () => {
    const { api } = line([new Response('<html>502</html>', { status: 502 }), ok({ seq: 4 })]);
    expect(await api.call(viewBoard, { params: { hallId: 'h' } })).toMatchObject({ seq: 4 });
  });

  it('escapes what it puts into the address and carries the language', async () => {
    const { api, sent } = line([ok({})]);
    await api.call(viewBoard, { params: { hallId: 'a/../b' } });
    expect(sent[0]!.url).toBe('http://hall/api/halls/a%2F..%2Fb/board');
    expect((sent[0]!.init.headers as Record<string, string>)['accept-language']).toBe('zh-CN');
  });

  it('speaks the server’s sentence', () => {
    expect(new ApiError(problemOf('queue-full', 'en', 'x')).message).toContain('book for tomorrow');
  });
});
