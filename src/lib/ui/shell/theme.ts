/**
 * Light, dark, or as the device says. Kept in localStorage because `static/theme.js` must read it
 * before the first paint; it says nothing about the person.
 */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const KEY = 'carnet.theme';

export function storedTheme(): Theme {
	const value = localStorage.getItem(KEY);
	return value === 'light' || value === 'dark' ? value : 'system';
}

export function applyTheme(theme: Theme): void {
	if (theme === 'system') {
		localStorage.removeItem(KEY);
		delete document.documentElement.dataset.theme;
	} else {
		localStorage.setItem(KEY, theme);
		document.documentElement.dataset.theme = theme;
	}
}
