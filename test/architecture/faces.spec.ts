import 'reflect-metadata';
import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { renderPage } from '@app/web-kit';
import ts from 'typescript';
import { AppModule } from '../../apps/server/src/app.module';
import { Admissions } from '../../apps/server/src/http/admissions';
import { mayComeOf } from '../../apps/server/src/http/may-come';
import { listPages } from '../support/pages';
import { classesOf, decoratorsOf, filesUnder, handlersOf, parse } from './source';

const MOST_STATEMENTS = 3;
const FOLDER = 'apps/server/src';

const sources = filesUnder(FOLDER).filter((path) => !/spec\.tsx?$|\/client\//.test(path)).map((path) => parse(path));
const faces = sources.flatMap((file) => classesOf(file).filter((one) => decoratorsOf(one).includes('Controller')).map((one) => ({ file, one })));
const handlers = faces.flatMap(({ file, one }) => handlersOf(one).map((method) => ({ file, name: `${one.name?.text}.${method.name.getText()}`, method })));

type Face = new (...needs: never[]) => object;
const registered = (AppModule.with({ appUrl: 'postgres://nowhere', contextKey: Buffer.alloc(32), secure: true, trustProxy: false, hosts: [] }).controllers ?? []) as Face[];

describe('every face', () => {
  it('is on the list of the server: none is written and forgotten', () => {
    expect(faces.map(({ one }) => one.name?.text).sort()).toEqual(registered.map((face) => face.name).sort());
  });

  it('says for every handler who may come in', () => {
    const silent = registered.flatMap((face) => {
      const methods = Object.entries(Object.getOwnPropertyDescriptors(face.prototype)) as [string, PropertyDescriptor][];
      return methods
        .filter(([, { value }]) => typeof value === 'function' && Reflect.hasMetadata('method', value as object))
        .filter(([, { value }]) => mayComeOf(value as object, face) === undefined)
        .map(([name]) => `${face.name}.${name}`);
    });
    expect(silent).toEqual([]);
  });

  it('is refused at the start when one of its handlers does not say who may come in', async () => {
    @Controller('silent')
    class SilentFace {
      @Get() read(): string {
        return 'to whom?';
      }
    }
    const module = await Test.createTestingModule({ imports: [DiscoveryModule], controllers: [SilentFace], providers: [Admissions] }).compile();
    await expect(module.init()).rejects.toThrow('Say with @MayCome who may come to: SilentFace.read');
  });

  it(`is thin: a handler has at most ${MOST_STATEMENTS} statements`, () => {
    const thick = handlers.map(({ name, method }) => ({ name, statements: statementsIn(method.body) })).filter(({ statements }) => statements > MOST_STATEMENTS);
    expect(thick).toEqual([]);
  });
});

/** Statements in blocks at every depth: what is moved into a function inside does not make a handler thinner. `if (…) return …;` is one. */
function statementsIn(node: ts.Node | undefined): number {
  let count = node && ts.isBlock(node) ? node.statements.length : 0;
  node?.forEachChild((child) => void (count += statementsIn(child)));
  return count;
}

describe('every page', () => {
  const pages = listPages();

  it('that a handler draws comes from a view that exports its states', () => {
    const listed = pages.map(({ view }) => view);
    const drawn = sources.filter(({ fileName }) => /\.(pages|faces)\.tsx?$/.test(fileName)).flatMap((file) => viewsOf(file));
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.filter((view) => !listed.includes(view))).toEqual([]);
  });

  it('that a view draws has its states: no component named Page is without', () => {
    const listed = pages.map(({ view }) => `${FOLDER}/${view}`);
    const without = sources.filter((file) => exportsPage(file) && !listed.includes(file.fileName)).map((file) => file.fileName);
    expect(without).toEqual([]);
  });

  it('shows the state in which everything is there', () => {
    expect(pages.filter(({ states }) => !('full' in states)).map(({ view }) => view)).toEqual([]);
  });

  it('shows its errors when it has a form that can be wrong', () => {
    const wrong = sources.filter((file) => /errors=\{/.test(file.text)).map((file) => file.fileName.slice(FOLDER.length + 1));
    expect(pages.filter(({ view, states }) => wrong.includes(view) && !('errors' in states)).map(({ view }) => view)).toEqual([]);
  });

  it.each(pages.flatMap(({ view, states }) => Object.entries(states).map(([name, state]) => [view, name, state] as const)))(
    '%s can be drawn in the state %s: one title, one heading, nothing that was not said', (_view, _name, state) => {
      const html = renderPage(state());
      expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
      expect(/<title>([^<]+)<\/title>/.exec(html)?.[1]).toBeTruthy();
      expect(html).not.toMatch(/\bundefined\b|\[object Object\]|\bNaN\b|Invalid Date|\bnull</);
    });
});

/** The views that a file imports a page from, from apps/server/src. */
function viewsOf(file: ts.SourceFile): string[] {
  return file.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    const names = statement.importClause?.namedBindings;
    if (!/^\..*\/views\//.test(from) || !names || !ts.isNamedImports(names) || !names.elements.some(({ name }) => /[a-z]Page$/.test(name.text))) return [];
    return [new URL(`${from}.tsx`, `file:///${file.fileName}`).pathname.slice(`/${FOLDER}/`.length)];
  });
}

const exportsPage = (file: ts.SourceFile): boolean =>
  file.fileName.endsWith('.tsx') && file.statements.some((statement) => ts.isFunctionDeclaration(statement)
    && statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true && /[a-z]Page$/.test(statement.name?.text ?? ''));
