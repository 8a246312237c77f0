export * from './report';
export * from './note';
export * from './career-simulation';
export * from './cv';
export * from './learning';
export * from './corps';
export * from './position';
export * from './record-position';
export * from './said-position';
export { compileCareer, ladderOf, type CareerReference, type Corps } from './reference';
export type { CareerData } from './career-data.schema';
export { checkCareerData } from './check-data';
export * from './gross';
export * from './service';
export { snapshot, type NextStep, type Snapshot } from './snapshot';
export * from './scenario';
export { projectCareer, type Step, type StepNature } from './projection';
export { changeGrade, type Reclassement } from './reclassement';
export { becomeAgrege, type CorpsChange, type CorpsChangeTerms } from './corps-change';
export { isPromotable, nextGrade, yearsCompleted } from './eligibility';
export { appealDates, type AppealDate } from './appeal';
export { simulateChange, type Change, type Landing } from './change';
export { bonusesOf, serviceBonus } from './service-bonus';
export { appointmentOf, entryWindow, type Appointment } from './rendez-vous';
export { careerSimulations } from './contract';
export { careerQuestions, type Question } from './contract/questions';
export { contingentOf, ratioOf } from './ratios';
export * from './hors-classe';
export type { Pay, PayCase, PayLine } from './pay';
export { computePay } from './remuneration';
export { explainTotals } from './pay-totals';
export { healthCover } from './health-cover';
export { normalClassBounds, overtime, type Overtime } from './overtime';
export { retirement, type Retirement } from './retirement';
export { receiveCareer } from './bundle';
export {
	perspectives,
	type ConditionState,
	type ConditionStatus,
	type PersonFacts,
	type Perspective
} from './perspectives';
export { horsClasseOutlook, type CampaignOutlook } from './outlook';
export { explainStepPay } from './explain-step';
export * from './statistics';
export { suggestions, type Suggestion, type SuggestionFacts } from './suggestions';
