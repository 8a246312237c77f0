/** Names of what a projection announces. */
import type { Step } from '$lib/core/career';
import { longDate } from '../text/format';
import { corpsName, gradeName, rungLabel } from './labels';

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export function stepTitle(step: Step): string {
	const { position } = step;
	switch (step.nature) {
		case 'echelon':
		case 'chevron':
			return rungLabel(position);
		case 'grade':
			return `${capital(gradeName(position.grade))}, ${rungLabel(position)}`;
		case 'corps':
			return `${corpsName(position.corps, '')}, ${rungLabel(position)}`;
		case 'rendez-vous':
			return 'Rendez-vous de carrière';
		case 'promouvable':
			return `Promouvable à la ${position.grade === 'classe-normale' ? 'hors-classe' : 'classe exceptionnelle'}`;
	}
}

export const stepWhen = (step: Step): string =>
	step.schoolYear ? `année scolaire ${step.schoolYear}` : longDate(step.date);
