/**
 * SQL over a line l of a huddle h: it put something down for somebody, and no later huddle of the team has said what became of it.
 * @param before SQL of a day: huddles of that day and after do not count
 */
export const stillPut = (before: string): string => `l.outcome = 'action' and h.held_on < ${before}
  and not exists (select 1 from huddle_line n join huddle g on g.id = n.huddle_id
    where n.person_id = l.person_id and g.integrated_team_id = h.integrated_team_id and g.held_on > h.held_on and g.held_on < ${before} and n.outcome is not null)`;
