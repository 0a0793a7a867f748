import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

export const ROOT = join(__dirname, '../..');

/** Files under a folder of the tree, as paths from its root, with `/` between the parts. */
export function filesUnder(folder: string, matching: RegExp = /\.tsx?$/): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && matching.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !/(^|\/)(node_modules|dist)\//.test(path))
    .sort();
}

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export const parse = (path: string, text = textOf(path)): ts.SourceFile => ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);

export function classesOf(file: ts.SourceFile): ts.ClassDeclaration[] {
  const found: ts.ClassDeclaration[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The names of the decorators on a class or a method. */
export const decoratorsOf = (node: ts.HasDecorators): string[] =>
  (ts.getDecorators(node) ?? []).map(({ expression }) => (ts.isCallExpression(expression) ? expression.expression : expression).getText());

const VERBS = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'All', 'Head', 'Options', 'Sse']);

/** The methods of a controller that answer requests. */
export const handlersOf = (controller: ts.ClassDeclaration): ts.MethodDeclaration[] =>
  controller.members.filter(ts.isMethodDeclaration).filter((method) => decoratorsOf(method).some((name) => VERBS.has(name)));
