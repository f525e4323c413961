import { ERRORS } from '@shouwen/contracts/errors';
import { OPERATIONS } from '@shouwen/contracts/http/operations';
import { EVERY_ROLE } from '@shouwen/contracts/http/operation';

const WRITTEN =
  '<!-- Written by `node test/rules/bin/write-documents.mjs`; a test holds it equal to the code. -->\n<!-- prettier-ignore-start -->\n';
const END = '\n<!-- prettier-ignore-end -->\n';

/** docs/errors.md: every code, its status, what the caller is told. */
export function errorsDocument(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { status, zh, en }]) => `| \`${code}\` | ${status} | ${zh} | ${en} |`,
  );
  return `# Error codes\n\n${WRITTEN}\nErrors are problem bodies (RFC 9457), \`code\` is one of these, \`instance\` the number to quote, \`figures\` what the sentence may need.\n\n| code | status | 中文 | English |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n${END}`;
}

/** docs/permissions.md: who may call which operation. */
export function permissionsDocument(): string {
  const head = ['operation', 'route', 'anybody', 'devices', ...EVERY_ROLE];
  const rows = OPERATIONS.map(({ name, method, path, access }) => {
    const roles: readonly string[] = access.who === 'public' ? [] : access.roles;
    const devices = access.who === 'device' ? access.kinds.join(', ') : '';
    const cells = EVERY_ROLE.map((role) => (access.who === 'public' || roles.includes(role) ? '●' : ''));
    return `| ${[name, `\`${method} ${path}\``, access.who === 'public' ? '●' : '', devices, ...cells].join(' | ')} |`;
  });
  return `# Who may do what\n\n${WRITTEN}\nStaff only in their own hall; a clerk's steps only at the window where they are signed in. The live rooms: \`public\` anybody, \`staff\` every role of the hall.\n\n| ${head.join(' | ')} |\n|${' --- |'.repeat(head.length)}\n${rows.join('\n')}\n${END}`;
}
