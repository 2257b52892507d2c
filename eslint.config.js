import js from '@eslint/js';
import {defineConfig, globalIgnores} from 'eslint/config';
import {fileURLToPath} from 'node:url';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import ts from 'typescript-eslint';

const kGlobals = [
  'Buffer',
  'URL',
  'clearTimeout',
  'console',
  'fetch',
  'performance',
  'process',
  'setTimeout',
];

// eslint only reads a default export; it is the one file of ours that has one.
export default defineConfig(
  globalIgnores(['build/', 'dist/', 'node_modules/', 'web/package/']),
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {globals: Object.fromEntries(kGlobals.map((name) => [name, 'readonly']))},
  },
  {
    files: ['**/*.{ts,mts}'],
    extends: [
      ts.configs.recommendedTypeChecked,
      lit.configs['flat/recommended'],
      litA11y.configs.recommended,
    ],
    plugins: {'lit-a11y': litA11y},
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url)),
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        {considerDefaultExhaustiveForUnions: true},
      ],
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
      // An async method that has nothing to await still keeps the promise its interface makes.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // What runs inside a browser, or inside Emscripten's glue, has other globals.
    files: ['tests/**/*.{js,mjs}'],
    rules: {'no-undef': 'off'},
  },
  {
    // node:test answers with a promise that nobody needs to wait for.
    files: ['web/test/**/*.ts'],
    rules: {'@typescript-eslint/no-floating-promises': 'off'},
  },
);
