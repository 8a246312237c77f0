/**
 * Moving an item of a list with a finger or a mouse, by its handle. The buttons beside it do the same
 * with a keyboard, so nothing here is needed to reorder.
 */
export function dragOrder(onmove: (steps: number) => void) {
	return (handle: HTMLElement) => {
		let held = false;
		const rankOf = (item: Element | null) =>
			item?.parentElement ? [...item.parentElement.children].indexOf(item) : -1;

		function start(event: PointerEvent) {
			held = true;
			handle.setPointerCapture(event.pointerId);
			event.preventDefault();
		}

		function move({ clientX, clientY }: PointerEvent) {
			if (!held) return;
			const own = handle.closest('li');
			const over = document.elementFromPoint(clientX, clientY)?.closest('li') ?? null;
			if (!own || !over || over === own || over.parentElement !== own.parentElement) return;
			onmove(rankOf(over) - rankOf(own));
		}

		const end = () => (held = false);
		handle.addEventListener('pointerdown', start);
		handle.addEventListener('pointermove', move);
		handle.addEventListener('pointerup', end);
		handle.addEventListener('pointercancel', end);
		return () => {
			handle.removeEventListener('pointerdown', start);
			handle.removeEventListener('pointermove', move);
			handle.removeEventListener('pointerup', end);
			handle.removeEventListener('pointercancel', end);
		};
	};
}
