/** The same settings on every machine, whatever its own environment and `.env`. */
export const testSettings = {
	ORIGIN: 'http://localhost:3000',
	DATABASE_URL: '',
	DEMO: '0',
	LOG_LEVEL: 'silent',
	NUMEN_KEY: '0'.repeat(64),
	DOCUMENT_KEYS: '1'.repeat(64),
	MEDICAL_KEYS: '2'.repeat(64)
};
