/** Some browsers read the file after the click has been answered. */
const KEPT_MS = 60_000;

/** Hands a file to the person. */
export function download(content: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(content);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
