// Before the first paint: the theme the person chose (see src/lib/ui/shell/theme.ts).
try {
	const theme = localStorage.getItem('carnet.theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage refused: the device's own theme applies.
}
