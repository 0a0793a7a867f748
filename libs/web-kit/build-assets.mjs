// Builds what browsers fetch into dist/public, under names that hold a hash of the content, and writes manifest.json.
// Run it from the repository root: node libs/web-kit/build-assets.mjs
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { compile } from 'sass';

const from = 'apps/server/src';
const to = 'dist/public';
const started = performance.now();
const manifest = {};

function put(name, content) {
  const bytes = Buffer.from(content);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const file = name.replace(/(\.\w+)$/, `.${hash}$1`);
  writeFileSync(`${to}/${file}`, bytes);
  manifest[name] = file;
  console.log(`${name.padEnd(12)} ${(bytes.length / 1024).toFixed(1).padStart(6)} KB  ${(gzipSync(bytes).length / 1024).toFixed(1).padStart(5)} KB gzip`);
}

mkdirSync(to, { recursive: true });

const { css } = compile(`${from}/styles/app.scss`, { loadPaths: ['node_modules'], style: 'compressed', quietDeps: true });
const icons = 'node_modules/nhsuk-frontend/dist/nhsuk/assets/images';
const withIcons = css.replace(/url\("?\/assets\/images\/(nhsuk-icon-[a-z-]+\.svg)"?\)/g, (_url, icon) => {
  if (!manifest[icon]) put(icon, readFileSync(`${icons}/${icon}`));
  return `url(/assets/${manifest[icon]})`;
});
// The licensed font and other images of the NHS are not ours to serve, and the content security policy lets nothing else in.
if (/@font-face|url\((?!\/assets\/)/.test(withIcons)) throw new Error('app.css fetches something that we do not serve');
put('app.css', withIcons);

for (const [name, format] of [['early', 'iife'], ['app', 'esm']]) {
  const entryPoints = [`${from}/client/${name}.ts`];
  const { outputFiles } = await build({
    entryPoints, format, bundle: true, minify: true, target: 'es2022', write: false, legalComments: 'none',
    tsconfig: `${from}/client/tsconfig.json`,
  });
  put(`${name}.js`, outputFiles[0].contents);
}

for (const image of readdirSync(`${from}/styles/images`)) put(image, readFileSync(`${from}/styles/images/${image}`));

// The manifest is swapped in whole, and old files go last, so that a server running meanwhile never names a missing file.
writeFileSync(`${to}/manifest.json.new`, JSON.stringify(manifest, null, 2));
renameSync(`${to}/manifest.json.new`, `${to}/manifest.json`);
const current = new Set([...Object.values(manifest), 'manifest.json']);
for (const file of readdirSync(to)) if (!current.has(file)) rmSync(`${to}/${file}`, { recursive: true });
console.log(`browser files built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
