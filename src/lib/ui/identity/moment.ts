const parts = new Intl.DateTimeFormat('fr-FR', {
	timeZone: 'Europe/Paris',
	day: '2-digit',
	month: '2-digit',
	year: 'numeric',
	hour: '2-digit',
	minute: '2-digit'
});

/** « 22/11/2026 à 14 h 30 », heure de Paris. */
export function momentText(at: Date): string {
	const found = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
	const { day, month, year, hour, minute } = found;
	return `${day}/${month}/${year} à ${hour}\u00a0h\u00a0${minute}`;
}
