import Sequencer from '@jest/test-sequencer';

/** What takes longest, where nothing is known of an earlier run: browsers, every route for everybody, processes. */
const LONG = ['browser/journeys', 'browser/states', 'browser/coordinating', 'access/matrix', 'access/exits', 'access/mutants', 'demonstration/load', '.launcher-spec', 'http/cut-line', 'access/worlds', 'access/worklist', 'access/writes', 'draft-properties', 'review-properties', 'referral.property', 'huddle-properties', 'access/would-see', 'access/same-reader', 'performance/plans', 'access/key-worker-life'];
const rank = ({ path }) => {
  const place = LONG.findIndex((name) => path.replaceAll('\\', '/').includes(name));
  return place < 0 ? LONG.length : place;
};

/** Long files begin first, so that no core waits at the end for one that began last. */
export default class LongestFirst extends Sequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((one, other) => rank(one) - rank(other));
  }
}
