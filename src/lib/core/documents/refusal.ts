/** Why a file is refused once it has been looked at; each has a French text that says how to mend it. */
export const fileRefusals = [
	'documents.bomb',
	'documents.damaged-pdf',
	'documents.embedded-file',
	'documents.empty-file',
	'documents.encrypted',
	'documents.form-xfa',
	'documents.javascript',
	'documents.launch',
	'documents.no-page',
	'documents.not-a-pdf',
	'documents.polyglot',
	'documents.too-large',
	'documents.too-many-pages',
	'documents.too-slow',
	'documents.virus'
] as const;
export type FileRefusal = (typeof fileRefusals)[number];
