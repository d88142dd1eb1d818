// Builds src/index.ts into dist/widget.js: one file, no source map, no date, so that every build gives the same bytes.
// With --check nothing is written: it fails when dist/widget.js is not what the sources give.
import { readFile, readdir, writeFile, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { build } from 'esbuild';
import { minify } from 'terser';
import { privateNames, shrink } from './shrink.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.join(here, 'dist', 'widget.js');

const templates = {
  name: 'templates',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]src[\\/][\w-]+\.ts$/ }, async (args) => ({
      contents: shrink(await readFile(args.path, 'utf8'), args.path),
      loader: 'ts',
    }));
  },
};

const read = (name) => readFile(path.join(here, name), 'utf8');
const sources = {};
for (const name of (await readdir(path.join(here, 'src'))).sort()) sources[name] = await read(`src/${name}`);
const others = await Promise.all(
  [
    'node_modules/typescript/lib/lib.dom.d.ts',
    'node_modules/typescript/lib/lib.es5.d.ts',
    'node_modules/lit-html/lit-html.js',
    'node_modules/lit-element/lit-element.js',
    'node_modules/@lit/reactive-element/reactive-element.js',
    'src/types.ts',
    'src/texts.ts',
  ].map(read),
);

const result = await build({
  absWorkingDir: here,
  entryPoints: ['src/index.ts'],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2021',
  charset: 'utf8',
  legalComments: 'none',
  write: false,
  mangleProps: new RegExp(`^(${privateNames(sources, others).join('|')})$`),
  plugins: [templates],
  logLevel: 'warning',
});
const small = await minify(result.outputFiles[0].text, { ecma: 2020, compress: { passes: 3 } });
const fresh = `/* Keuzehulp Veerkracht, chat widget. Contains Lit (c) Google LLC, BSD-3-Clause: see THIRD_PARTY.md. */\n${small.code}\n`;

if (process.argv.includes('--check')) {
  const old = await readFile(target, 'utf8').catch(() => '');
  if (old !== fresh) {
    console.error('widget/dist/widget.js is not a fresh build; run: npm run build (in widget/) and commit the file');
    process.exit(1);
  }
} else {
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, fresh);
}
