/**
 * A person's one thread of deadlines: what campaigns publish for people like them, what circulars they
 * received set, what they wrote down. The phone shows it and the server reminds of it, from the same data.
 */
import { concerns, type Deadline, type Person } from '../notifications';
import type { PublishedDeadline } from './campaign-deadlines';
import { deadlinesOfCircular, type Circular } from './circular';
import { deadlineOfPersonal, type PersonalDeadline } from './personal-deadline';

export interface DeadlineFacts {
	readonly person: Person;
	readonly published: readonly PublishedDeadline[];
	readonly circulars: readonly Pick<Circular, 'id' | 'deadlines' | 'correctedBy'>[];
	readonly personal: readonly PersonalDeadline[];
}

export const deadlineThread = (facts: DeadlineFacts): Deadline[] => [
	...facts.published
		.filter(({ audience }) => concerns(audience, facts.person))
		.map(({ deadline }) => deadline),
	...facts.circulars.flatMap(deadlinesOfCircular),
	...facts.personal.map(deadlineOfPersonal)
];
