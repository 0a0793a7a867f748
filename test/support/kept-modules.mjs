import Runtime from 'jest-runtime';
import KeptSandbox from './kept-sandbox.mjs';

// Jest asks for this file as for CommonJS.
export const __esModule = true;

/** Evaluates each file with tests anew, and what the files of one sandbox load once. Another environment has modules of its own. */
export default class KeptModules extends Runtime {
  constructor(...given) {
    super(...given);
    const [, environment] = given;
    this.kept = environment instanceof KeptSandbox ? (environment.modules ??= new Runtime(...given)) : undefined;
  }

  // The file with the tests itself comes without a name.
  requireModule(from, name, options, ...rest) {
    const isOfFile = name === undefined || options?.isInternalModule;
    return this.kept && !isOfFile ? this.kept.requireModule(from, name, options, ...rest) : super.requireModule(from, name, options, ...rest);
  }

  /** A fault is told in lines of the sources, also where an earlier file has loaded them. */
  getSourceMaps() {
    const own = super.getSourceMaps();
    const kept = this.kept?.getSourceMaps() ?? new Map();
    return { get: (path) => own.get(path) ?? kept.get(path), [Symbol.iterator]: () => [...own, ...kept].values() };
  }
}
