// Lets a process that a test starts run the sources as they stand: node --import test/support/typescript.mjs apps/worker/src/main.ts
import { transformSync } from '@swc/core';
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compiled } from '../../jest.config.mjs';

const root = new URL('../../', import.meta.url);
const isOurs = (url = '') => url.startsWith(root.href) && !url.includes('/node_modules/') && /\.tsx?$/.test(url);
const found = (url) => ['.ts', '.tsx', '/index.ts'].map((end) => url.href + end).find((href) => existsSync(fileURLToPath(href)));
const source = (name, parent) => {
  if (name.startsWith('@app/')) return found(new URL(`libs/${name.slice('@app/'.length)}/src`, root));
  if (name.startsWith('#kit/')) return found(new URL(`libs/web-kit/src/${name.slice('#kit/'.length)}`, root));
  return /^\.\.?\//.test(name) ? found(new URL(name, parent)) : undefined;
};

registerHooks({
  resolve(name, context, next) {
    const url = isOurs(context.parentURL) ? source(name, context.parentURL) : undefined;
    return url ? { url, format: 'commonjs', shortCircuit: true } : next(name, context);
  },
  load(url, context, next) {
    if (!isOurs(url)) return next(url, context);
    const path = fileURLToPath(url);
    const { code } = transformSync(readFileSync(path, 'utf8'), { ...compiled({ syntax: 'typescript', decorators: true, tsx: true }), filename: path });
    return { format: 'commonjs', source: code, shortCircuit: true };
  },
});
