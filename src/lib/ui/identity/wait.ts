/** « Réessayez dans 30 secondes. » */
export function waitText(seconds: number): string {
	if (seconds < 60) return `Réessayez dans ${seconds}\u00a0seconde${seconds > 1 ? 's' : ''}.`;
	const minutes = Math.ceil(seconds / 60);
	return `Réessayez dans ${minutes}\u00a0minute${minutes > 1 ? 's' : ''}.`;
}
