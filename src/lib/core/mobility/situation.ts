/**
 * What a person says of their situation. The same words as the open simulation API, so that a draft
 * on the phone, a filed request and a public simulation are one shape. `undefined` is « not
 * answered »; a whole optional part left out is « not claimed ».
 */
type Answer<T> = T | undefined;

export interface Candidat {
	readonly statut?: Answer<'titulaire' | 'stagiaire'>;
	readonly corps?: Answer<string>;
	readonly grade?: Answer<string>;
	readonly echelon?: Answer<number>;
	readonly anneesDansEchelon?: Answer<number>;
	readonly academie?: Answer<string>;
	readonly departement?: Answer<string>;
	readonly anneesPoste?: Answer<number>;
	readonly detachementAnnees?: Answer<number>;
	readonly participationObligatoire?: Answer<boolean>;
	readonly stagiaire?: Answer<Stagiaire | null>;
	/** First degree only. */
	readonly anneesDepartement?: Answer<number>;
	readonly moisDepartement?: Answer<number>;
}

export interface Stagiaire {
	readonly exContractuel?: Answer<boolean>;
	readonly academieStage?: Answer<string | null>;
	readonly academieConcours?: Answer<string | null>;
	readonly dixPoints?: Answer<boolean>;
	readonly exTitulaireEnseignant?: Answer<boolean>;
	readonly anneesExTitulaire?: Answer<number>;
	readonly exFonctionnaire?: Answer<boolean>;
	readonly academieAvantConcours?: Answer<string | null>;
}

export interface Rapprochement {
	readonly type?: Answer<'conjoints' | 'autorite-parentale-conjointe'>;
	readonly codePostal?: Answer<string | null>;
	readonly departement?: Answer<string | null>;
	readonly enfants?: Answer<number>;
	readonly separation?: Answer<{
		readonly anneesActivite?: Answer<number>;
		readonly anneesConge?: Answer<number>;
	} | null>;
}

export interface MutationSimultanee {
	readonly conjoint?: Answer<boolean>;
	/** Académie (second degree) or département (first degree) both ask first. */
	readonly academie?: Answer<string | null>;
	readonly departement?: Answer<string | null>;
	readonly enfants?: Answer<number>;
	/** Score of the other person, for linked wishes of the first degree. */
	readonly totalAutre?: Answer<number | null>;
}

export interface Situations {
	readonly boe?: Answer<boolean>;
	readonly handicapDemande?: Answer<readonly string[]>;
	readonly educationPrioritaire?: Answer<{
		readonly type?: Answer<'rep+' | 'ville' | 'rep'>;
		readonly annees?: Answer<number>;
	} | null>;
	readonly claAnnees?: Answer<number>;
	readonly popAnnees?: Answer<number>;
	readonly mayotteAnnees?: Answer<number>;
	readonly guyaneAnnees?: Answer<number>;
	readonly guyaneIsoleAnnees?: Answer<number>;
	readonly sportifAnnees?: Answer<number>;
	readonly cimm?: Answer<string | null>;
	readonly corseDemandes?: Answer<number>;
	readonly reintegration?: Answer<string | null>;
	readonly voeuPreferentiel?: Answer<{
		readonly academie?: Answer<string>;
		readonly departement?: Answer<string>;
		readonly demandesConsecutives?: Answer<number>;
	} | null>;
}

export interface Situation {
	readonly candidat: Candidat;
	readonly famille?: Answer<{
		readonly rapprochement?: Answer<Rapprochement | null>;
		readonly mutationSimultanee?: Answer<MutationSimultanee | null>;
	} | null>;
	readonly situations?: Answer<Situations | null>;
}
