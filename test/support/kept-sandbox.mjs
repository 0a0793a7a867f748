import { TestEnvironment } from 'jest-environment-node';

/** What jest-circus and expect keep of one file, by its symbols. */
const OF_ONE_FILE = /jest|^(EVENT_HANDLERS|TEST_TIMEOUT|RETRY|WAIT_BEFORE_RETRY|LOG_ERRORS)/i;
let kept;

/** One sandbox for all files that a worker of Jest runs one after the other (docs/adr/0027). */
export default class KeptSandbox extends TestEnvironment {
  /** Where `kept-modules.mjs` keeps what was loaded into the sandbox. */
  modules;

  constructor(...given) {
    if (kept) return kept;
    super(...given);
    this.own = new Set(Object.getOwnPropertySymbols(this.global));
    kept = this;
  }

  async teardown() {
    for (const symbol of Object.getOwnPropertySymbols(this.global)) {
      if (!this.own.has(symbol) && OF_ONE_FILE.test(symbol.description)) delete this.global[symbol];
    }
  }
}
