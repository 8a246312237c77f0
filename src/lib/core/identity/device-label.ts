const browsers: readonly [RegExp, string][] = [
	[/\bEdg(?:e|A|iOS)?\//, 'Edge'],
	[/\bOPR\//, 'Opera'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\b(?:Firefox|FxiOS)\//, 'Firefox'],
	[/\b(?:Chrome|CriOS)\//, 'Chrome'],
	[/\bSafari\//, 'Safari']
];

const systems: readonly [RegExp, string][] = [
	[/\biPhone\b/, 'iPhone'],
	[/\biPad\b/, 'iPad'],
	[/\bAndroid\b/, 'Android'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac OS X\b/, 'Mac'],
	[/\bLinux\b/, 'Linux']
];

const named = (list: readonly [RegExp, string][], text: string) =>
	list.find(([pattern]) => pattern.test(text))?.[1];

/** « Firefox sur Android »: enough to recognise one's own device, nothing to fingerprint it. */
export function deviceLabel(userAgent: string): string {
	const browser = named(browsers, userAgent) ?? 'Navigateur inconnu';
	const system = named(systems, userAgent);
	return system ? `${browser} sur ${system}` : browser;
}
