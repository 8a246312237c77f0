/**
 * Invented establishments in real towns. Their numbers start at 9000 in each département and their
 * names are those of places, so that none is taken for an existing one or for a person.
 */
import { uaiCheckLetter, type EstablishmentKind, type FileCells } from '$lib/core/institution';

export interface DemoEstablishment {
	readonly uai: string;
	readonly academie: string;
	readonly departement: string;
	readonly kind: EstablishmentKind;
	readonly name: string;
	readonly city: string;
	readonly postalCode: string;
}

type Entry = readonly [kind: EstablishmentKind, name: string, city: string, postalCode: string];

const REIMS = '19';
const NANCY_METZ = '12';

const entries: Readonly<Record<string, readonly Entry[]>> = {
	'08': [
		['college', 'Collège des Deux-Rives', 'Charleville-Mézières', '08000'],
		['college', 'Collège du Val-de-Vence', 'Boulzicourt', '08410'],
		['college', 'Collège des Ardoisières', 'Fumay', '08170'],
		['college', 'Collège de la Haute-Chiers', 'Carignan', '08110'],
		['lycee', 'Lycée des Remparts', 'Sedan', '08200'],
		['lycee', 'Lycée de la Place-Haute', 'Charleville-Mézières', '08000'],
		['lycee-professionnel', 'Lycée professionnel des Forges', 'Revin', '08500'],
		['ecole', 'École élémentaire du Moulin-Neuf', 'Rethel', '08300'],
		['ecole', 'École primaire des Tilleuls', 'Vouziers', '08400'],
		['ecole', 'École maternelle de la Houillère', 'Nouzonville', '08700'],
		['cio', 'CIO des Ardennes', 'Charleville-Mézières', '08000']
	],
	'10': [
		['college', 'Collège des Trois-Moulins', 'Troyes', '10000'],
		['college', 'Collège du Pays-d’Othe', 'Aix-en-Othe', '10160'],
		['college', 'Collège de la Barse', 'Vendeuvre-sur-Barse', '10140'],
		['college', 'Collège des Bords-de-Seine', 'Romilly-sur-Seine', '10100'],
		['lycee', 'Lycée des Vignes-Hautes', 'Bar-sur-Aube', '10200'],
		['lycee', 'Lycée du Vouldy-Neuf', 'Troyes', '10000'],
		['lycee-professionnel', 'Lycée professionnel de la Bonneterie', 'Troyes', '10000'],
		['ecole', 'École élémentaire des Bas-Clos', 'Saint-André-les-Vergers', '10120'],
		['ecole', 'École primaire du Grand-Chêne', 'Nogent-sur-Seine', '10400'],
		['ecole', 'École maternelle des Noues-Vertes', 'La Chapelle-Saint-Luc', '10600'],
		['cio', 'CIO de l’Aube', 'Troyes', '10000']
	],
	'51': [
		['college', 'Collège du Clos-Saint-Rémy', 'Reims', '51100'],
		['college', 'Collège des Coteaux-de-Vesle', 'Reims', '51100'],
		['college', 'Collège de la Butte-aux-Ormes', 'Tinqueux', '51430'],
		['college', 'Collège du Vignoble-Bleu', 'Épernay', '51200'],
		['college', 'Collège de la Craie', 'Châlons-en-Champagne', '51000'],
		['college', 'Collège de la Montagne-Claire', 'Fismes', '51170'],
		['lycee', 'Lycée des Promenades-Hautes', 'Reims', '51100'],
		['lycee', 'Lycée du Mont-Aimé', 'Châlons-en-Champagne', '51000'],
		['lycee', 'Lycée des Pâtis', 'Vitry-le-François', '51300'],
		['lycee', 'Lycée de la Côte-des-Blancs', 'Épernay', '51200'],
		['lycee-professionnel', 'Lycée professionnel des Verriers', 'Reims', '51100'],
		['lycee-professionnel', 'Lycée professionnel du Canal', 'Châlons-en-Champagne', '51000'],
		['erea', 'EREA de la Champagne-Claire', 'Châlons-en-Champagne', '51000'],
		['ecole', 'École élémentaire des Trois-Fontaines', 'Reims', '51100'],
		['ecole', 'École primaire du Petit-Bétheny', 'Bétheny', '51450'],
		['ecole', 'École maternelle du Jardin-Rond', 'Épernay', '51200'],
		['ecole', 'École primaire des Marais', 'Sézanne', '51120'],
		['cio', 'CIO de la Marne', 'Reims', '51100']
	],
	'52': [
		['college', 'Collège du Vieux-Rempart', 'Langres', '52200'],
		['college', 'Collège de la Blaise', 'Wassy', '52130'],
		['college', 'Collège des Gorges-de-Marne', 'Joinville', '52300'],
		['lycee', 'Lycée du Viaduc', 'Chaumont', '52000'],
		['lycee', 'Lycée des Portes-du-Der', 'Saint-Dizier', '52100'],
		['lycee-professionnel', 'Lycée professionnel de la Coutellerie', 'Nogent', '52800'],
		['ecole', 'École élémentaire du Haut-Buisson', 'Chaumont', '52000'],
		['ecole', 'École primaire de l’Amance', 'Fayl-Billot', '52500'],
		['ecole', 'École maternelle des Peupliers', 'Saint-Dizier', '52100'],
		['cio', 'CIO de la Haute-Marne', 'Chaumont', '52000']
	],
	'54': [
		['college', 'Collège des Bords-de-Meurthe', 'Lunéville', '54300'],
		['lycee', 'Lycée des Grands-Moulins', 'Nancy', '54000']
	]
};

const academieOf = (departement: string) => (departement === '54' ? NANCY_METZ : REIMS);

// Sorted: an object gives its keys that look like numbers before the others.
export const demoEstablishments: readonly DemoEstablishment[] = Object.keys(entries)
	.sort()
	.flatMap((departement) =>
		entries[departement]!.map(([kind, name, city, postalCode], index) => {
			const digits = `0${departement}9${String(index + 1).padStart(3, '0')}`;
			const uai = digits + uaiCheckLetter(digits);
			const academie = academieOf(departement);
			return { uai, academie, departement, kind, name, city, postalCode };
		})
	);

export const establishmentLine = (one: DemoEstablishment): FileCells => ({
	type: 'etablissement',
	uai: one.uai,
	nature: one.kind,
	libelle: one.name,
	commune: one.city,
	code_postal: one.postalCode
});
