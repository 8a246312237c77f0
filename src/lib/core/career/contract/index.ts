/** The questions of the open contract that the career room answers, by their name in the URL. */
import { carriere } from './carriere.simulation';
import { classeExceptionnelle } from './classe-exceptionnelle.simulation';
import { contingent } from './contingent.simulation';
import { heuresSupplementaires } from './heures-supplementaires.simulation';
import { horsClasse } from './hors-classe.simulation';
import { reclassement } from './reclassement.simulation';
import { remuneration } from './remuneration.simulation';
import { rendezVous } from './rendez-vous.simulation';
import { retraite } from './retraite.simulation';

export const careerSimulations = {
	carriere,
	'rendez-vous': rendezVous,
	remuneration,
	'hors-classe': horsClasse,
	'classe-exceptionnelle': classeExceptionnelle,
	contingent,
	reclassement,
	retraite,
	'heures-supplementaires': heuresSupplementaires
} as const;
