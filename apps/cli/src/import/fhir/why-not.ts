const WHY: Readonly<Record<string, readonly string[]>> = {
  'tests, medicines and treatment are not held here': ['AllergyIntolerance', 'DiagnosticReport', 'ImagingStudy', 'Immunization', 'Medication', 'MedicationRequest', 'MedicationStatement', 'Observation', 'Procedure', 'Specimen'],
  'bills are not held here': ['Claim', 'Coverage', 'ExplanationOfBenefit'],
  'what may be shared is asked of the person, never imported': ['Consent'],
  'forms and their answers are not held here': ['Questionnaire', 'QuestionnaireResponse'],
  'the source keeps its own log': ['AuditEvent', 'Provenance'],
  'services come from a directory: import services': ['HealthcareService', 'Location'],
  'who works where is for the organisation to say': ['PractitionerRole'],
  'a message to somebody, which was sent elsewhere': ['Communication', 'MessageHeader'],
};

/** Why resources of a type go no further. */
export const whyNot = (type: string): string => Object.entries(WHY).find(([, types]) => types.includes(type))?.[0] ?? 'not imported yet';
