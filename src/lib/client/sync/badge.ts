/** The number on the application's icon, where browsers show one; none when `count` is zero. */
export function showBadge(count: number): void {
	if ('setAppBadge' in navigator) void navigator.setAppBadge(count).catch(() => {});
}
