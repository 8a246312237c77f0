/**
 * The receipt as a document: tagged for screen readers (PDF/UA-1), fonts embedded, and the address of
 * its own verification as text and as a code. Made on demand from the frozen copy, so that the closing
 * hour only has rows to write; the same copy always gives the same words.
 */
import type { FilingContent } from '$lib/core/mobility';
import { mobilityReference } from '$lib/data/mobility';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';

const { resolve } = createRequire(import.meta.url);
const REGULAR = 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf';
const BOLD = 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf';
const MARGIN = 56;
const QR_SIZE = 96;

export interface ReceiptSource {
	readonly id: string;
	readonly filedAt: Date;
	readonly sha256: string;
	readonly content: FilingContent;
}

const moment = new Intl.DateTimeFormat('fr-FR', {
	timeZone: 'Europe/Paris',
	...{ day: 'numeric', month: 'long', year: 'numeric' },
	...{ hour: '2-digit', minute: '2-digit', second: '2-digit' }
});
/** « 10 novembre 2026 à 11 h 00 min 04 s » */
const inWords = (at: Date): string => {
	const parts = Object.fromEntries(
		moment.formatToParts(at).map(({ type, value }) => [type, value])
	);
	const { day, month, year, hour, minute, second } = parts;
	const time = `${hour}\u00a0h\u00a0${minute}\u00a0min\u00a0${second}\u00a0s`;
	return `${day === '1' ? '1er' : day} ${month} ${year} à ${time}`;
};
const points = (value: number) => `${String(value).replace('.', ',')}\u00a0points`;

const labelOf = (template: string) =>
	mobilityReference.campaigns.find(({ id }) => id === template)?.label ?? template;

/** A tagged block of text: what is seen and what is read aloud are the same words. */
function paragraph(
	doc: PDFKit.PDFDocument,
	parent: PDFKit.PDFStructureElement,
	tag: string,
	text: string,
	style: { bold?: boolean; size?: number } = {}
) {
	parent.add(
		doc.struct(tag, {}, () => {
			doc
				.font(style.bold ? BOLD : REGULAR)
				.fontSize(style.size ?? 10.5)
				.text(text, { lineGap: 2 });
			doc.moveDown(0.4);
		})
	);
}

function drawCode(doc: PDFKit.PDFDocument, address: string) {
	const { data, size } = encode(address, { border: 2 });
	const cell = QR_SIZE / size;
	const [left, top] = [doc.page.width - MARGIN - QR_SIZE, MARGIN];
	doc.rect(left, top, QR_SIZE, QR_SIZE).fill('#ffffff');
	data.forEach((row, y) =>
		row.forEach((dark, x) => {
			if (dark) doc.rect(left + x * cell, top + y * cell, cell, cell);
		})
	);
	doc.fill('#000000');
}

function write(
	doc: PDFKit.PDFDocument,
	{ id, filedAt, sha256, content }: ReceiptSource,
	origin: URL
) {
	const address = new URL(`/verifier/${id}`, origin).href;
	const root = doc.struct('Document');
	doc.addStructure(root);
	const figure = { alt: `Code à lire par téléphone, qui mène à ${address}` };
	root.add(doc.struct('Figure', figure, () => drawCode(doc, address)));
	doc.x = MARGIN;
	doc.y = MARGIN;
	const say = (tag: string, text: string, style = {}) => paragraph(doc, root, tag, text, style);
	const { person, campaign } = content;
	say('H1', 'Accusé de réception', { bold: true, size: 20 });
	say('P', campaign.label, { bold: true, size: 12 });
	say('P', `Demande ${content.request}, dépôt ${content.rank}`);
	say('P', `${person.firstName} ${person.lastName}`);
	say('P', `Reçue par le serveur le ${inWords(filedAt)}, heure de Paris.`);
	doc.moveDown(1);
	say('H2', 'Vœux, dans l’ordre', { bold: true, size: 13 });
	const list = doc.struct('L');
	root.add(list);
	content.voeux.forEach(({ voeu, total, requested }, i) => {
		const asked = requested.map((line) => `, et ${points(line.points)} demandés`).join('');
		const item = doc.struct('LI');
		list.add(item);
		paragraph(doc, item, 'LBody', `${i + 1}. ${voeu}\u00a0: ${points(total)}${asked}`);
		item.end();
	});
	list.end();
	if (content.extension !== null)
		say('P', `Barème d’extension\u00a0: ${points(content.extension)}`);
	doc.moveDown(1);
	say('H2', 'Vérification', { bold: true, size: 13 });
	say('P', `Empreinte SHA-256 de la copie figée\u00a0: ${sha256}`, { size: 8.5 });
	say('P', `Adresse de vérification\u00a0: ${address}`, { size: 8.5 });
	if (campaign.rulesOf !== campaign.template) {
		say(
			'P',
			`Calculé avec les règles de «\u202f${labelOf(campaign.rulesOf)}\u202f», faute de règles publiées.`
		);
	}
	const notice =
		'Ce barème est celui que la personne a déclaré\u00a0; le service le contrôle. Carnet n’est pas un service officiel.';
	say('P', notice, { size: 9 });
	root.end();
}

export function receiptPdf(source: ReceiptSource, origin: URL): Promise<Buffer> {
	const doc = new PDFDocument({
		...{ size: 'A4', margin: MARGIN, lang: 'fr-FR', tagged: true, displayTitle: true },
		...{ pdfVersion: '1.7', subset: 'PDF/UA', font: resolve(REGULAR) },
		info: {
			Title: `Accusé de réception, demande ${source.content.request}`,
			Author: 'Carnet',
			CreationDate: source.filedAt
		}
	} as unknown as PDFKit.PDFDocumentOptions);
	doc.registerFont(REGULAR, resolve(REGULAR));
	doc.registerFont(BOLD, resolve(BOLD));
	return new Promise((done, fail) => {
		const chunks: Buffer[] = [];
		doc.on('data', (chunk: Buffer) => chunks.push(chunk));
		doc.on('end', () => done(Buffer.concat(chunks)));
		doc.on('error', fail);
		write(doc, source, origin);
		doc.end();
	});
}
