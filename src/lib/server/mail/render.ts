import type { Block, MailContent } from './template';

export interface RenderedMail {
	readonly subject: string;
	readonly text: string;
	readonly html: string;
}

const FOOTER = 'Carnet n’est pas un service officiel. Ne répondez pas à ce message.';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (value: string) => value.replace(/[&<>"]/g, (char) => escapes[char]!);

function textOf(block: Block): string {
	switch (block.kind) {
		case 'text':
			return block.text;
		case 'code':
			return `    ${block.code}`;
		case 'link':
			return `${block.label}\u00a0:\n${block.url}`;
		case 'list':
			return block.items.map((item) => `- ${item}`).join('\n');
	}
}

function htmlOf(block: Block): string {
	switch (block.kind) {
		case 'text':
			return `<p>${escape(block.text)}</p>`;
		case 'code':
			return `<p style="font:700 28px monospace;letter-spacing:4px">${escape(block.code)}</p>`;
		case 'link':
			return `<p><a href="${escape(block.url)}">${escape(block.label)}</a></p>`;
		case 'list':
			return `<ul>${block.items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;
	}
}

export function renderMail({ subject, blocks, unsubscribeUrl }: MailContent): RenderedMail {
	const all: Block[] = [{ kind: 'text', text: 'Bonjour,' }, ...blocks];
	if (unsubscribeUrl)
		all.push({ kind: 'link', label: 'Ne plus recevoir ces messages', url: unsubscribeUrl });
	const body = all.map(htmlOf).join('\n');
	return {
		subject,
		text: `${[...all.map(textOf), `--\n${FOOTER}`].join('\n\n')}\n`,
		html:
			`<!doctype html>\n<html lang="fr"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>\n` +
			`<body style="font:16px/1.5 sans-serif;max-width:36em;margin:auto;padding:16px">\n${body}\n` +
			`<p style="font-size:13px">${escape(FOOTER)}</p>\n</body></html>\n`
	};
}
