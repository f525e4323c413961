import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const OURS = '@shouwen/';
const APPS = ['server', 'kiosk', 'dashboard'];

/** Import directions (docs/architecture.md): which of our packages may be imported where; everything else of ours is refused. */
const MAY_IMPORT = {
  'libs/domain': [],
  'libs/contracts': ['domain'],
  'libs/client': ['contracts', 'domain'],
  'libs/ui': ['domain'],
  'apps/server': ['contracts', 'domain'],
  'apps/kiosk': ['client', 'ui', 'contracts', 'domain'],
  'apps/dashboard': ['client', 'ui', 'contracts', 'domain'],
};
const LIBRARIES = ['domain', 'contracts', 'client', 'ui'];

const refuse = (group, message) => ({ group, message });

const directions = Object.entries(MAY_IMPORT).map(([place, allowed]) => {
  const refused = [...LIBRARIES.filter((name) => !allowed.includes(name)), ...APPS];
  const own = place.split('/')[1];
  return {
    files: [`${place}/src/**/*.{ts,tsx}`],
    ignores: ['**/*.spec.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            refuse(
              refused.filter((name) => name !== own).map((name) => `${OURS}${name}/*`),
              `${place} may import of ours only: ${allowed.join(', ') || 'nothing'}`,
            ),
            // Also not by climbing out of the package: another one is reached by its name alone.
            {
              regex: `^(\\.\\./)+(apps|libs|test|${[...LIBRARIES, ...APPS].filter((name) => name !== own).join('|')})/`,
              message: 'no app imports an app; nothing imports test/; a package is imported by its name',
            },
          ].filter(({ group }) => group === undefined || group.length > 0),
        },
      ],
    },
  };
});

/** Inside the server a capability never reaches for what stands on it. */
const STANDS_ON = {
  platform: [],
  'hall-log': ['platform'],
  catalogue: ['platform', 'hall-log'],
  queue: ['platform', 'hall-log', 'catalogue'],
  history: ['platform', 'hall-log', 'catalogue'],
  docket: ['platform', 'hall-log', 'catalogue', 'queue', 'history'],
};
const CAPABILITIES = [
  'platform',
  'hall-log',
  'access',
  'catalogue',
  'queue',
  'docket',
  'ratings',
  'questionnaires',
  'settings',
  'live',
  'supervision',
  'voice',
  'setup',
  'verify',
  'history',
  'replay',
];
const capabilities = Object.entries(STANDS_ON).map(([name, below]) => ({
  files: [`apps/server/src/${name}/**/*.ts`],
  ignores: ['**/*.spec.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          refuse(
            CAPABILITIES.filter((other) => other !== name && !below.includes(other)).flatMap((other) => [
              `../${other}/**`,
              `../../${other}/**`,
            ]),
            'a capability does not import what stands on it',
          ),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'data/**', '.nx/**', 'test/rules/planted/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  { languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } } },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      // Checked lookups of things that are known to be there read better with `!` than with a branch that cannot be tested.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules, 'react-hooks/set-state-in-effect': 'off' },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'time is an argument in the domain' },
        { object: 'Math', property: 'random', message: 'chance is an argument in the domain' },
      ],
    },
  },
  {
    files: ['**/*.mjs', 'eslint.config.js', '**/*.config.ts'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        clearTimeout: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
      },
    },
    rules: { 'no-console': 'off' },
  },
  ...directions,
  ...capabilities,
);
