/** Why somebody must not open a record, as one would say it. */
export const KIND_WORDS: Record<string, string> = {
  alleged_source_of_harm: 'They may be the source of harm', relative: 'They are a relative', person_as_staff: 'It is their own record, and they work here', asked_for: 'The person asked for it',
  knows_person: 'They said that they know the person', sign_in_stopped: 'Their sign-in was stopped',
};
