/** All that leaves the médecin-conseil's desk: a word and a date, never what it rests on. */
export const medicalOutcomes = ['favorable', 'defavorable', 'a-completer'] as const;
export type MedicalOutcome = (typeof medicalOutcomes)[number];
