/**
 * Moving an item of a list with a finger or a mouse, by its handle. The buttons beside it do the same
 * with a keyboard, so nothing here is needed to reorder.
 */
export function dragOrder(onmove: (steps: number) => void) {
	return (handle: HTMLElement) => {
		const rankOf = (item: Element) => [...(item.parentElement?.children ?? [])].indexOf(item);

		function move({ clientX, clientY }: PointerEvent) {
			const own = handle.closest('li');
			const over = document.elementFromPoint(clientX, clientY)?.closest('li');
			if (!own || !over || over === own || over.parentElement !== own.parentElement) return;
			onmove(rankOf(over) - rankOf(own));
		}

		// On the window: the handle loses the pointer each time its item moves in the page.
		function end() {
			window.removeEventListener('pointermove', move);
			window.removeEventListener('pointerup', end);
			window.removeEventListener('pointercancel', end);
		}

		function start(event: PointerEvent) {
			event.preventDefault();
			window.addEventListener('pointermove', move);
			window.addEventListener('pointerup', end);
			window.addEventListener('pointercancel', end);
		}

		handle.addEventListener('pointerdown', start);
		return () => {
			handle.removeEventListener('pointerdown', start);
			end();
		};
	};
}
