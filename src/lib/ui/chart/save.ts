/** Hands a file made on this phone to the person. */
export function saveFile(name: string, content: Blob): void {
	const url = URL.createObjectURL(content);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

const drawn = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'text-anchor'];

/** A copy of the drawing that carries its own look, since a picture alone has no style sheet. */
function selfContained(svg: SVGSVGElement, width: number, height: number): string {
	const copy = svg.cloneNode(true) as SVGSVGElement;
	copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
	copy.setAttribute('width', String(width));
	copy.setAttribute('height', String(height));
	copy.setAttribute('font-family', 'system-ui, sans-serif');
	const originals = svg.querySelectorAll('*');
	copy.querySelectorAll('*').forEach((node, i) => {
		const style = getComputedStyle(originals[i]!);
		for (const name of drawn) node.setAttribute(name, style.getPropertyValue(name));
	});
	return new XMLSerializer().serializeToString(copy);
}

/** The drawing as a PNG on the page's own ground, at twice its size. */
export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
	const { width, height } = svg.getBoundingClientRect();
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(selfContained(svg, width, height))}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [width * 2, height * 2];
	const context = canvas.getContext('2d')!;
	context.fillStyle = getComputedStyle(document.body).backgroundColor;
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
	);
}
