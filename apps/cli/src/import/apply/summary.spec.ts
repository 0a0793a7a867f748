import { Summary } from './summary';

describe('what an import says that it did', () => {
  it('counts one as one, whatever it is called', () => {
    const summary = new Summary();
    for (const things of ['people', 'visits', 'alerts to look at', 'proposed helpers', 'requests made elsewhere', 'Task (not imported yet)']) summary.count('created', things);
    summary.count('created', 'relatives', 2);
    expect(summary.lines()[0]).toBe('Created:     1 alert to look at, 1 person, 1 proposed helper, 2 relatives, 1 request made elsewhere, 1 Task (not imported yet), 1 visit');
  });
});
